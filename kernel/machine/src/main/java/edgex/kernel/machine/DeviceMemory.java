package edgex.kernel.machine;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * RAM as the {@link DeviceTree} tells it (Devicetree Specification 0.4, 3.4, 3.5 and 5.3): the
 * memory nodes, less the header's list of reservations, the children of {@code /reserved-memory},
 * the tree itself and the boot image.
 */
@StaticInit
@Unmanaged
public final class DeviceMemory {
  private static boolean describing;
  private static boolean complete;
  private static long wantedStart;
  private static long wantedEnd;

  private DeviceMemory() {}

  /**
   * Hands all ranges to {@link MemoryMap}. {@code false}: there are more than it keeps, the last
   * ones are missing.
   */
  public static boolean describe() {
    describing = true;
    complete = true;
    walk();
    return complete;
  }

  /**
   * Where memory ends that begins at {@code start} and that nobody else has: at the end of that RAM
   * range or at a reserved one; 0 when no free RAM is there. Works before there is a heap.
   */
  public static long freeEnd(long start) {
    describing = false;
    wantedStart = start;
    wantedEnd = 0;
    walk();
    return wantedEnd;
  }

  /** RAM first, so that what is reserved can cut it. */
  private static void walk() {
    int root = DeviceTree.root();
    if (root == DeviceTree.NONE) {
      return;
    }
    int memory = MachineDescription.ofType(DeviceTree.firstChild(root), "memory");
    while (memory != DeviceTree.NONE) {
      registers(memory, MemoryMap.TYPE_RAM);
      memory = MachineDescription.ofType(DeviceTree.nextSibling(memory), "memory");
    }
    for (int i = 0; DeviceTree.reservedSizeBytes(i) != 0; i++) {
      range(DeviceTree.reservedStart(i), DeviceTree.reservedSizeBytes(i), MemoryMap.TYPE_RESERVED);
    }
    int reserved = MachineDescription.childNamed(root, "reserved-memory");
    int child = reserved == DeviceTree.NONE ? DeviceTree.NONE : DeviceTree.firstChild(reserved);
    while (child != DeviceTree.NONE) {
      registers(child, MemoryMap.TYPE_RESERVED);
      child = DeviceTree.nextSibling(child);
    }
    range(DeviceTree.startPhysical(), DeviceTree.sizeBytes(), MemoryMap.TYPE_RESERVED);
    range(
        MachineDescription.bootImageStart(),
        MachineDescription.bootImageSizeBytes(),
        MemoryMap.TYPE_RESERVED);
  }

  private static void registers(int node, int type) {
    int index = 0;
    long start = DeviceRegisters.start(node, index);
    while (start != DeviceRegisters.NONE) {
      range(start, DeviceRegisters.sizeBytes(node, index), type);
      index++;
      start = DeviceRegisters.start(node, index);
    }
  }

  /** One range; nonsense is ignored, as {@link MemoryMap#describe} does. */
  private static void range(long start, long sizeBytes, int type) {
    long end = start + sizeBytes;
    if (describing) {
      complete &= MemoryMap.describe(start, sizeBytes, type);
    } else if (sizeBytes <= 0 || start < 0 || end < start) {
      return;
    } else if (type == MemoryMap.TYPE_RAM) {
      wantedEnd = start <= wantedStart && wantedStart < end ? end : wantedEnd;
    } else if (start < wantedEnd && wantedStart < end) {
      wantedEnd = start > wantedStart ? start : 0;
    }
  }
}
