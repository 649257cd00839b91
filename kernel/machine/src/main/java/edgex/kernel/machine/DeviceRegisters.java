package edgex.kernel.machine;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Where a device's registers lie: the property {@code reg}, translated through the {@code ranges}
 * of every bus up to the CPU (Devicetree Specification 0.4, 2.3.5 to 2.3.8).
 *
 * <p>Addresses of more than two cells (PCI) have no translation here.
 */
@StaticInit
@Unmanaged
public final class DeviceRegisters {
  /** No such entry, or no way from its bus to the CPU. */
  public static final long NONE = -1;

  private static final int DEFAULT_ADDRESS_CELLS = 2;
  private static final int DEFAULT_SIZE_CELLS = 1;
  private static final int MAXIMUM_CELLS = 2;

  private DeviceRegisters() {}

  /** Physical address of entry {@code index} of a node's {@code reg}, or {@link #NONE}. */
  public static long start(int node, int index) {
    int bus = DeviceTree.parent(node);
    long address = number(node, index, 0, addressCells(bus));
    while (address != NONE && bus != DeviceTree.root()) {
      address = throughBus(bus, address);
      bus = DeviceTree.parent(bus);
    }
    return address;
  }

  /** Size of entry {@code index}, or {@link #NONE}. */
  public static long sizeBytes(int node, int index) {
    int bus = DeviceTree.parent(node);
    return number(node, index, addressCells(bus), sizeCells(bus));
  }

  /** The first number of {@code reg} as it stands: a CPU's number. */
  public static long identifier(int node) {
    return number(node, 0, 0, addressCells(DeviceTree.parent(node)));
  }

  /** A number of one or two cells from the first cell of a property on; {@link #NONE} otherwise. */
  public static long number(int property, int firstCell, int cells) {
    if (cells < 1 || cells > MAXIMUM_CELLS || firstCell + cells > DeviceTree.cellCount(property)) {
      return NONE;
    }
    long low = Unsigned.toLong(DeviceTree.cell(property, firstCell + cells - 1, 0));
    long high = DeviceTree.cell(property, firstCell, 0);
    return cells == 1 ? low : (high << Integer.SIZE) | low;
  }

  private static long number(int node, int index, int offsetCells, int cells) {
    int bus = DeviceTree.parent(node);
    int entryCells = addressCells(bus) + sizeCells(bus);
    long firstCell = (long) index * entryCells + offsetCells;
    int property = DeviceTree.property(node, "reg");
    return firstCell < DeviceTree.cellCount(property)
        ? number(property, (int) firstCell, cells)
        : NONE;
  }

  /** What a bus makes of an address of its devices; no {@code ranges} at all: nothing. */
  private static long throughBus(int bus, long address) {
    int ranges = DeviceTree.property(bus, "ranges");
    if (ranges == DeviceTree.NONE) {
      return NONE;
    }
    if (DeviceTree.valueBytes(ranges) == 0) {
      return address;
    }
    int inner = addressCells(bus);
    int outer = addressCells(DeviceTree.parent(bus));
    int size = sizeCells(bus);
    int entryCells = inner + outer + size;
    int cells = DeviceTree.cellCount(ranges);
    for (int first = 0; entryCells > 0 && first + entryCells <= cells; first += entryCells) {
      long start = number(ranges, first, inner);
      long target = number(ranges, first + inner, outer);
      long length = number(ranges, first + inner + outer, size);
      boolean known = start != NONE && target != NONE && length != NONE;
      if (known && !Unsigned.isBelow(address, start) && Unsigned.isBelow(address - start, length)) {
        return target + (address - start);
      }
    }
    return NONE;
  }

  private static int addressCells(int bus) {
    return smallCount(bus, "#address-cells", DEFAULT_ADDRESS_CELLS);
  }

  private static int sizeCells(int bus) {
    return smallCount(bus, "#size-cells", DEFAULT_SIZE_CELLS);
  }

  /** A count of cells; one that no number has becomes one too many, which nothing reads. */
  private static int smallCount(int bus, String name, int otherwise) {
    int count = DeviceTree.cell(DeviceTree.property(bus, name), 0, otherwise);
    return count < 0 || count > MAXIMUM_CELLS ? MAXIMUM_CELLS + 1 : count;
  }
}
