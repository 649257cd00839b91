package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.DeviceRegisters;
import edgex.kernel.machine.DeviceTree;
import edgex.kernel.machine.MachineDescription;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The generic interrupt controller, version 2 (Arm IHI 0048) or 3 (IHI 0069): a distributor, and
 * for each CPU an interface, which is memory in version 2 and system registers in version 3.
 *
 * <p>Lines are the controller's interrupt numbers: 0 to 15 other CPUs, 16 to 31 private to a CPU,
 * 32 to 1019 shared. Interrupts are masked by their line, priorities are not used.
 */
@StaticInit
@Unmanaged
final class Gic {
  static final int FIRST_PRIVATE_LINE = 16;
  static final int FIRST_SHARED_LINE = 32;

  /** Device trees count private lines from 0. */
  static final int PRIVATE_LINE_MASK = 0xf;

  private static final int LINE_MASK = 0x3ff;
  private static final int INTERFACE_BYTES = 0x1000;

  private static final int INTERFACE_CONTROL = 0x00;
  private static final int INTERFACE_PRIORITY = 0x04;
  private static final int INTERFACE_ACKNOWLEDGE = 0x0c;
  private static final int INTERFACE_END = 0x10;

  private static final int ALL_PRIORITIES = 0xff;
  private static final long SYSTEM_REGISTERS = 1;

  /** Virtual address of the CPU interface; 0: it is in system registers. */
  private static long cpuInterface;

  /** Ranges of registers that the controller may have. */
  private static final int MAXIMUM_RANGES = 8;

  private static long[] rangeStarts;
  private static long[] rangeEnds;
  private static int rangeCount;

  private Gic() {}

  /** Finds the controller and masks all lines; false: the machine has none that is known. */
  @BootOnly(reason = "called on the way from Start.main only")
  static boolean initialize() {
    int node = MachineDescription.nextCompatible(DeviceTree.NONE, "arm,gic-v3");
    if (node != DeviceTree.NONE && CpuFeatures.hasInterruptRegisters()) {
      keepRanges(node);
      return initializeVersion3(node);
    }
    node = MachineDescription.nextCompatible(DeviceTree.NONE, "arm,cortex-a15-gic");
    if (node == DeviceTree.NONE) {
      node = MachineDescription.nextCompatible(DeviceTree.NONE, "arm,gic-400");
    }
    if (node == DeviceTree.NONE) {
      return false;
    }
    keepRanges(node);
    return initializeVersion2(node);
  }

  /** Lets a line interrupt. */
  static void open(int line) {
    if (line < FIRST_SHARED_LINE && cpuInterface == 0) {
      GicRedistributor.open(line);
    } else {
      GicDistributor.open(line);
    }
  }

  /** Stops a line. */
  static void close(int line) {
    if (line < FIRST_SHARED_LINE && cpuInterface == 0) {
      GicRedistributor.close(line);
    } else {
      GicDistributor.close(line);
    }
  }

  /** Takes the interrupt that is pending; a number above all lines when there is none any more. */
  static int take() {
    long taken =
        cpuInterface == 0
            ? Instructions.readInterruptAcknowledge()
            : Instructions.readDevice32(cpuInterface + INTERFACE_ACKNOWLEDGE);
    return (int) taken & LINE_MASK;
  }

  /** Ends the interrupt that was taken; a line that is open may interrupt again. */
  static void end(int line) {
    if (cpuInterface == 0) {
      Instructions.writeInterruptEnd(line);
    } else {
      Instructions.writeDevice32(cpuInterface + INTERFACE_END, line);
    }
  }

  /** Whether some of the controller's registers are in [start, end): they are not for drivers. */
  static boolean overlaps(long start, long end) {
    for (int i = 0; i < rangeCount; i++) {
      if (rangeStarts[i] < end && start < rangeEnds[i]) {
        return true;
      }
    }
    return false;
  }

  @BootOnly(reason = "called on the way from Start.main only")
  private static void keepRanges(int node) {
    rangeStarts = new long[MAXIMUM_RANGES];
    rangeEnds = new long[MAXIMUM_RANGES];
    rangeCount = 0;
    long start = DeviceRegisters.start(node, 0);
    while (start != DeviceRegisters.NONE && rangeCount < MAXIMUM_RANGES) {
      rangeStarts[rangeCount] = start;
      rangeEnds[rangeCount] = start + DeviceRegisters.sizeBytes(node, rangeCount);
      rangeCount++;
      start = DeviceRegisters.start(node, rangeCount);
    }
  }

  private static boolean initializeVersion3(int node) {
    long distributor = DeviceRegisters.start(node, 0);
    long redistributors = DeviceRegisters.start(node, 1);
    long sizeBytes = DeviceRegisters.sizeBytes(node, 1);
    if (distributor == DeviceRegisters.NONE || redistributors == DeviceRegisters.NONE) {
      return false;
    }
    cpuInterface = 0;
    Instructions.writeInterruptInterface(Instructions.readInterruptInterface() | SYSTEM_REGISTERS);
    if (!GicDistributor.initializeVersion3(distributor)
        || !GicRedistributor.initialize(redistributors, sizeBytes)) {
      return false;
    }
    Instructions.writeInterruptPriority(ALL_PRIORITIES);
    Instructions.writeInterruptGroup(1);
    return true;
  }

  private static boolean initializeVersion2(int node) {
    long distributor = DeviceRegisters.start(node, 0);
    long interfaces = DeviceRegisters.start(node, 1);
    if (distributor == DeviceRegisters.NONE || interfaces == DeviceRegisters.NONE) {
      return false;
    }
    cpuInterface = KernelSpace.mapDevice(interfaces, INTERFACE_BYTES);
    if (cpuInterface == 0 || !GicDistributor.initializeVersion2(distributor)) {
      return false;
    }
    Instructions.writeDevice32(cpuInterface + INTERFACE_PRIORITY, ALL_PRIORITIES);
    Instructions.writeDevice32(cpuInterface + INTERFACE_CONTROL, 1);
    return true;
  }
}
