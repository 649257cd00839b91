package edgex.kernel.machine;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What a kernel wants to know of its machine, looked up in the {@link DeviceTree} that is open:
 * CPUs, what the boot loader chose, devices by their kind. Memory is in {@link DeviceMemory}.
 *
 * <p>Numbers that the tree does not give are {@link DeviceRegisters#NONE}, nodes {@link
 * DeviceTree#NONE}.
 */
@StaticInit
@Unmanaged
public final class MachineDescription {
  private MachineDescription() {}

  /** The first CPU's node; {@link #nextCpu} gives the others. */
  public static int firstCpu() {
    int cpus = childNamed(DeviceTree.root(), "cpus");
    return cpus == DeviceTree.NONE ? DeviceTree.NONE : ofType(DeviceTree.firstChild(cpus), "cpu");
  }

  /** The CPU's node behind another one. */
  public static int nextCpu(int cpu) {
    return ofType(DeviceTree.nextSibling(cpu), "cpu");
  }

  /** Ticks of the clock of RISC-V machines in a second. */
  public static long timebaseHertz() {
    int cpus = childNamed(DeviceTree.root(), "cpus");
    int frequency = DeviceTree.property(cpus, "timebase-frequency");
    if (frequency == DeviceTree.NONE) {
      frequency = DeviceTree.property(firstCpu(), "timebase-frequency");
    }
    return DeviceRegisters.number(frequency, 0, DeviceTree.cellCount(frequency));
  }

  /** The boot loader's command line, a property: its bytes without the zero behind them. */
  public static int commandLine() {
    return DeviceTree.property(chosen(), "bootargs");
  }

  /** Physical start of the boot image (the initial RAM disk); 0 when there is none. */
  public static long bootImageStart() {
    long start = chosenNumber("linux,initrd-start");
    return bootImageSizeBytes() > 0 ? start : 0;
  }

  /** Size of the boot image; 0 when there is none. */
  public static long bootImageSizeBytes() {
    long start = chosenNumber("linux,initrd-start");
    long end = chosenNumber("linux,initrd-end");
    return start > 0 && end > start ? end - start : 0;
  }

  /** The device for the console: {@code stdout-path}, which may be an alias and have options. */
  public static int console() {
    int path = DeviceTree.property(chosen(), "stdout-path");
    return path == DeviceTree.NONE ? DeviceTree.NONE : DevicePath.find(path);
  }

  /** The next usable device of a kind behind {@code node}, from the root on when NONE. */
  public static int nextCompatible(int node, String kind) {
    int at = node == DeviceTree.NONE ? DeviceTree.root() : DeviceTree.next(node);
    while (at != DeviceTree.NONE) {
      if (isKind(at, kind) && isUsable(at)) {
        return at;
      }
      at = DeviceTree.next(at);
    }
    return DeviceTree.NONE;
  }

  /** Whether a device is of a kind. */
  public static boolean isKind(int node, String kind) {
    return DeviceTree.hasText(DeviceTree.property(node, "compatible"), kind);
  }

  /** Whether a device is there: no status, or a good one. */
  public static boolean isUsable(int node) {
    int status = DeviceTree.property(node, "status");
    return status == DeviceTree.NONE
        || DeviceTree.hasText(status, "okay")
        || DeviceTree.hasText(status, "ok");
  }

  /** The node that others call by this number. */
  public static int byHandle(int handle) {
    int node = DeviceTree.root();
    while (node != DeviceTree.NONE
        && (handle == 0 || DeviceTree.cell(DeviceTree.property(node, "phandle"), 0, 0) != handle)) {
      node = DeviceTree.next(node);
    }
    return node;
  }

  /** A node's child with this name, addresses apart. */
  public static int childNamed(int node, String name) {
    int child = node == DeviceTree.NONE ? DeviceTree.NONE : DeviceTree.firstChild(node);
    while (child != DeviceTree.NONE && !DeviceTree.isNamed(child, name)) {
      child = DeviceTree.nextSibling(child);
    }
    return child;
  }

  private static int chosen() {
    return childNamed(DeviceTree.root(), "chosen");
  }

  /** A number of one or two cells: boot loaders write both. */
  private static long chosenNumber(String name) {
    int property = DeviceTree.property(chosen(), name);
    return DeviceRegisters.number(property, 0, DeviceTree.cellCount(property));
  }

  /** This node or the next beside it that is usable and of a type. */
  static int ofType(int node, String type) {
    int at = node;
    while (at != DeviceTree.NONE
        && !(DeviceTree.hasText(DeviceTree.property(at, "device_type"), type) && isUsable(at))) {
      at = DeviceTree.nextSibling(at);
    }
    return at;
  }
}
