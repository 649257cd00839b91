package edgex.kernel.machine;

import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.AddressSpace;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Physical memory as the firmware described it (types of the ACPI specification, 15.4; a device
 * tree knows the first two), and what of it is free.
 *
 * <p>Two lists: the <em>described</em> ranges with their type, in any order and perhaps
 * overlapping, as firmware gives them; and the <em>free</em> ranges: page-aligned, ascending,
 * disjoint, made from those of type RAM by {@link #collectFree} and then cut by {@link #remove}.
 */
@StaticInit
@Unmanaged
public final class MemoryMap {
  /** Ordinary memory. */
  public static final int TYPE_RAM = 1;

  /** Not for us. */
  public static final int TYPE_RESERVED = 2;

  /** Memory with ACPI tables, readable. */
  public static final int TYPE_ACPI_TABLES = 3;

  /** Memory that firmware keeps across sleep, readable. */
  public static final int TYPE_ACPI_STORAGE = 4;

  /** Ranges kept; what a machine describes beyond them is ignored, with a message by the caller. */
  public static final int MAXIMUM_RANGES = 128;

  private static final long PAGE_MASK = AddressSpace.PAGE_SIZE_BYTES - 1;

  private static long[] describedStarts;
  private static long[] describedEnds;
  private static int[] describedTypes;
  private static int describedCount;
  private static long[] freeStarts;
  private static long[] freeEnds;
  private static int freeCount;

  private MemoryMap() {}

  /** Starts with nothing described. */
  @BootOnly(reason = "allocates")
  public static void initialize() {
    describedStarts = new long[MAXIMUM_RANGES];
    describedEnds = new long[MAXIMUM_RANGES];
    describedTypes = new int[MAXIMUM_RANGES];
    describedCount = 0;
    freeStarts = new long[MAXIMUM_RANGES];
    freeEnds = new long[MAXIMUM_RANGES];
    freeCount = 0;
  }

  /**
   * Adds one described range; empty ones and ones that wrap around are ignored. {@code false}:
   * there is no place for it.
   */
  public static boolean describe(long start, long sizeBytes, int type) {
    long end = start + sizeBytes;
    if (sizeBytes <= 0 || start < 0 || end < start) {
      return true;
    }
    if (describedCount == MAXIMUM_RANGES) {
      return false;
    }
    describedStarts[describedCount] = start;
    describedEnds[describedCount] = end;
    describedTypes[describedCount] = type;
    describedCount++;
    return true;
  }

  /** Makes the free list: whole pages of RAM that no range of another type touches. */
  public static void collectFree() {
    freeCount = 0;
    for (int i = 0; i < describedCount; i++) {
      if (describedTypes[i] == TYPE_RAM) {
        insert((describedStarts[i] + PAGE_MASK) & ~PAGE_MASK, describedEnds[i] & ~PAGE_MASK);
      }
    }
    for (int i = 0; i < describedCount; i++) {
      if (describedTypes[i] != TYPE_RAM) {
        remove(describedStarts[i], describedEnds[i]);
      }
    }
  }

  /** Takes [start, end), rounded outward to pages, out of the free list. */
  public static void remove(long start, long end) {
    long first = start & ~PAGE_MASK;
    long last = (end + PAGE_MASK) & ~PAGE_MASK;
    if (start >= end) {
      return;
    }
    for (int i = 0; i < freeCount; i++) {
      if (freeStarts[i] < last && first < freeEnds[i]) {
        long tail = freeEnds[i];
        freeEnds[i] = Math.max(freeStarts[i], first);
        if (last < tail) {
          insertAt(i + 1, last, tail);
        }
        if (freeStarts[i] == freeEnds[i]) {
          deleteAt(i);
          i--;
        }
      }
    }
  }

  /** Ranges in the free list. */
  public static int freeCount() {
    return freeCount;
  }

  /** Start of free range {@code index}, ascending. */
  public static long freeStart(int index) {
    return freeStarts[index];
  }

  /** First address behind free range {@code index}. */
  public static long freeEnd(int index) {
    return freeEnds[index];
  }

  /** Bytes in the free list. */
  public static long freeBytes() {
    long sum = 0;
    for (int i = 0; i < freeCount; i++) {
      sum += freeEnds[i] - freeStarts[i];
    }
    return sum;
  }

  /** Bytes in all described ranges of a type. */
  public static long describedBytes(int type) {
    long sum = 0;
    for (int i = 0; i < describedCount; i++) {
      sum += describedTypes[i] == type ? describedEnds[i] - describedStarts[i] : 0;
    }
    return sum;
  }

  /** Whether some readable described range overlaps [start, end). */
  public static boolean overlapsReadable(long start, long end) {
    for (int i = 0; i < describedCount; i++) {
      if (isReadable(describedTypes[i]) && describedStarts[i] < end && start < describedEnds[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether one readable described range covers [start, end). */
  public static boolean coversReadable(long start, long end) {
    for (int i = 0; i < describedCount; i++) {
      if (isReadable(describedTypes[i]) && describedStarts[i] <= start && end <= describedEnds[i]) {
        return true;
      }
    }
    return false;
  }

  /** The end of the highest readable described range. */
  public static long readableEnd() {
    long end = 0;
    for (int i = 0; i < describedCount; i++) {
      if (isReadable(describedTypes[i])) {
        end = Math.max(end, describedEnds[i]);
      }
    }
    return end;
  }

  private static boolean isReadable(int type) {
    return type == TYPE_RAM || type == TYPE_ACPI_TABLES || type == TYPE_ACPI_STORAGE;
  }

  /** Adds a range to the free list, joined with all that it overlaps or touches. */
  private static void insert(long start, long end) {
    if (start >= end) {
      return;
    }
    long joinedStart = start;
    long joinedEnd = end;
    int i = 0;
    while (i < freeCount) {
      if (freeStarts[i] <= joinedEnd && joinedStart <= freeEnds[i]) {
        joinedStart = Math.min(joinedStart, freeStarts[i]);
        joinedEnd = Math.max(joinedEnd, freeEnds[i]);
        deleteAt(i);
      } else {
        i++;
      }
    }
    int position = 0;
    while (position < freeCount && freeStarts[position] < joinedStart) {
      position++;
    }
    insertAt(position, joinedStart, joinedEnd);
  }

  private static void insertAt(int position, long start, long end) {
    if (freeCount == MAXIMUM_RANGES) {
      return;
    }
    for (int i = freeCount; i > position; i--) {
      freeStarts[i] = freeStarts[i - 1];
      freeEnds[i] = freeEnds[i - 1];
    }
    freeStarts[position] = start;
    freeEnds[position] = end;
    freeCount++;
  }

  private static void deleteAt(int position) {
    freeCount--;
    for (int i = position; i < freeCount; i++) {
      freeStarts[i] = freeStarts[i + 1];
      freeEnds[i] = freeEnds[i + 1];
    }
  }
}
