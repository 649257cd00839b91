package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.Kernel;
import edgex.kernel.machine.BootRequirements;
import edgex.kernel.machine.BootResources;
import edgex.kernel.machine.DeviceMemory;
import edgex.kernel.machine.DeviceTree;
import edgex.kernel.machine.MachineDescription;
import edgex.kernel.machine.Symbols;
import org.teavm.interop.Address;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The kernel's main class on RISC-V: brings the machine up in the order that each step needs, boots
 * the kernel proper, and leaves to the first thread.
 */
@StaticInit
@Unmanaged
public final class Start {
  /** sstatus: return to supervisor mode; user pages may be touched; executable ones may be read. */
  private static final long STATUS_SUPERVISOR = 1 << 8;

  private static final long STATUS_USER_MEMORY = 1 << 18;
  private static final long STATUS_EXECUTABLE_READABLE = 1 << 19;

  /** Begins the kernel's output: tells it from the firmware's on the same line. */
  private static final int FORM_FEED = 0x0c;

  /** Cycles, time and retired instructions. */
  private static final long COUNTERS = 0b111;

  private Start() {}

  /** Called by the run-time start with the heap ready; never returns. */
  @BootOnly(reason = "called on the way from Start.main only")
  public static void main(String[] arguments) {
    Firmware.initialize();
    Symbols.initialize(
        Instructions.imageStart(), Instructions.textEnd(), Instructions.symbolTable());
    openDeviceTree(Instructions.bootDeviceTree());
    BootResources.learn(KernelMemory.DIRECT_MAP_END);
    KernelSpace.complete();
    checkRequirements();
    Fpu.initialize();
    if (!Timer.initialize(MachineDescription.timebaseHertz())) {
      FatalError.boot("the device tree gives no frequency for the clock (timebase-frequency)");
    }
    if (!Interrupts.initialize(Instructions.bootHart())) {
      FatalError.boot("the device tree has no interrupt controller (PLIC) for this processor");
      keepEntries();
    }
    Instructions.writeCounterEnable(COUNTERS);
    // The traps on the way here came from supervisor mode; user memory is never the kernel's to
    // touch.
    Instructions.clearStatus(STATUS_SUPERVISOR | STATUS_USER_MEMORY | STATUS_EXECUTABLE_READABLE);
    Kernel.boot();
    Instructions.enterUser();
  }

  /**
   * Where the heap must end that begins at physical address {@code start}. Called by the assembly
   * before there is a heap, with what firmware gave as the device tree's address.
   */
  @Export(name = "boot_heap_end")
  static long heapEnd(long deviceTree, long start) {
    Firmware.write(FORM_FEED);
    openDeviceTree(deviceTree);
    long end = Math.min(DeviceMemory.freeEnd(start), KernelMemory.DIRECT_MAP_END);
    if (end <= start) {
      FatalError.boot("the device tree has no free memory behind the kernel");
    }
    return end;
  }

  private static void openDeviceTree(long physicalAddress) {
    int result = DeviceTree.open(physicalAddress, KernelMemory.DIRECT_MAP_END - physicalAddress);
    if (result != DeviceTree.GOOD) {
      FatalError.boot(DeviceTree.message(result));
    }
  }

  private static void checkRequirements() {
    boolean readable =
        KernelSpace.isReadable(Platform.bootImageStart(), Platform.bootImageSizeBytes());
    String unmet = BootRequirements.unmet(readable);
    if (unmet != null) {
      FatalError.boot(unmet);
    }
  }

  /** Never runs: the translator drops what is not reached from here, and assembly calls these. */
  private static void keepEntries() {
    heapEnd(0, 0);
    Trap.systemCall(null, 0);
    Trap.enter(0, 0);
    Trap.wake(0);
    FatalError.exception(0);
    FatalError.failure(Address.fromLong(0), 0);
  }
}
