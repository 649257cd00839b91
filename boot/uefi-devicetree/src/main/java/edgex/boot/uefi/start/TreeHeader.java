package edgex.boot.uefi.start;

import edgex.boot.uefi.Memory;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The header of a flattened device tree (Devicetree Specification 0.4, 5.2), checked: its parts lie
 * within the tree.
 */
@StaticInit
@Unmanaged
final class TreeHeader {
  static final int MAGIC = 0xd00d_feed;
  static final int TOTAL_BYTES = 4;
  static final int STRUCTURE = 8;
  static final int STRINGS = 12;
  static final int RESERVATIONS = 16;
  static final int VERSION = 20;
  static final int COMPATIBLE_VERSION = 24;
  static final int BOOT_PROCESSOR = 28;
  static final int STRINGS_BYTES = 32;
  static final int STRUCTURE_BYTES = 36;
  static final int SIZE_BYTES = 40;

  /** A reserved range of memory: address and size; one of size 0 ends their list. */
  static final int RESERVATION_BYTES = 16;

  static final int VERSION_17 = 17;
  static final int OLDEST_COMPATIBLE = 16;

  /** No machine's is larger. */
  private static final int MAXIMUM_BYTES = 16 << 20;

  private TreeHeader() {}

  /** Whether a tree of a known version lies there. */
  static boolean isGood(long tree) {
    if (TreeBytes.read32(tree) != MAGIC) {
      return false;
    }
    int total = TreeBytes.read32(tree + TOTAL_BYTES);
    return total >= SIZE_BYTES
        && total <= MAXIMUM_BYTES
        && TreeBytes.read32(tree + VERSION) >= VERSION_17
        && TreeBytes.read32(tree + COMPATIBLE_VERSION) <= VERSION_17
        && isWithin(tree, STRUCTURE, STRUCTURE_BYTES, total)
        && isWithin(tree, STRINGS, STRINGS_BYTES, total)
        && reservationCount(tree) >= 0;
  }

  /** How many ranges of memory the tree reserves; -1 if their list has no end. */
  static int reservationCount(long tree) {
    int start = TreeBytes.read32(tree + RESERVATIONS);
    int total = TreeBytes.read32(tree + TOTAL_BYTES);
    int count = 0;
    for (long at = start;
        start >= SIZE_BYTES && at <= total - RESERVATION_BYTES;
        at += RESERVATION_BYTES) {
      if (Memory.read64(tree + at + Long.BYTES) == 0) {
        return count;
      }
      count++;
    }
    return -1;
  }

  /** A part's place: the address of the tree plus an offset in the header. */
  static long place(long tree, int field) {
    return tree + TreeBytes.read32(tree + field);
  }

  private static boolean isWithin(long tree, int startField, int sizeField, int total) {
    int start = TreeBytes.read32(tree + startField);
    int sizeBytes = TreeBytes.read32(tree + sizeField);
    return start >= SIZE_BYTES && sizeBytes >= 0 && start <= total && sizeBytes <= total - start;
  }
}
