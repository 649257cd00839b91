package edgex.boot.uefi.start;

import edgex.abi.declare.DialectException;
import edgex.boot.uefi.CommandLine;
import edgex.boot.uefi.FirmwareMemory;
import edgex.boot.uefi.Memory;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * A copy of the firmware's device tree that tells the kernel its boot image and command line, in
 * the node {@code /chosen} (Devicetree Specification 0.4, 3.6), and what memory the firmware keeps,
 * in the list of reservations.
 *
 * <pre>
 *  header | reservations: firmware's, MAXIMUM_RANGES more | structure | names of properties
 * </pre>
 */
@StaticInit
@Unmanaged
final class TreeCopy {
  private static final int BEGIN_NODE = 1;
  private static final int END_NODE = 2;
  private static final int PROPERTY = 3;
  private static final int NOTHING = 4;
  private static final int END = 9;
  private static final int PROPERTY_HEADER_BYTES = 3 * Integer.BYTES;

  private static final String CHOSEN = "chosen";
  private static final String IMAGE_START = "linux,initrd-start";
  private static final String IMAGE_END = "linux,initrd-end";
  private static final String ARGUMENTS = "bootargs";

  /** Ranges of the firmware that can be added to the reservations. */
  private static final int MAXIMUM_RANGES = 96;

  private static final int SPARE_RANGES = 16;

  /** What is added to structure and names, the command line apart. */
  private static final long ADDED_BYTES = 512;

  private static long source;
  private static long names;
  private static long namesEnd;
  private static long namesAddedAt;
  private static long copy;
  private static long out;
  private static int reservations;

  private TreeCopy() {}

  /** How much memory the copy of a good tree takes at most. */
  static long sizeBytes(long tree) {
    return TreeBytes.read32(tree + TreeHeader.TOTAL_BYTES)
        + (long) (TreeHeader.reservationCount(tree) + MAXIMUM_RANGES + 1)
            * TreeHeader.RESERVATION_BYTES
        + ADDED_BYTES
        + TreeBytes.aligned(CommandLine.lengthBytes() + 1L);
  }

  /**
   * Makes the copy.
   *
   * @param tree a tree with a good header
   * @param target memory of {@link #sizeBytes}
   * @return false if the tree's structure makes no sense
   */
  static boolean make(long tree, long target, long image, long imageBytes) {
    source = tree;
    copy = target;
    names = TreeHeader.place(tree, TreeHeader.STRINGS);
    namesEnd = names + TreeBytes.read32(tree + TreeHeader.STRINGS_BYTES);
    namesAddedAt = namesEnd - names;
    Memory.clear(target, sizeBytes(tree));
    reservations = TreeHeader.reservationCount(tree);
    long list = target + TreeHeader.SIZE_BYTES;
    Memory.copy(
        list,
        TreeHeader.place(tree, TreeHeader.RESERVATIONS),
        (long) reservations * TreeHeader.RESERVATION_BYTES);
    long structure =
        list + (long) (reservations + MAXIMUM_RANGES + 1) * TreeHeader.RESERVATION_BYTES;
    out = structure;
    if (!copyStructure(image, image + imageBytes)) {
      return false;
    }
    writeHeader(structure, out);
    return true;
  }

  /** Whether there is space for what the firmware keeps, and a little more: it may change. */
  static boolean canReserveFirmwareMemory() {
    int kept = 0;
    for (int i = 0; i < FirmwareMemory.count(); i++) {
      kept += FirmwareMemory.kind(i) == FirmwareMemory.RAM ? 0 : 1;
    }
    return kept <= MAXIMUM_RANGES - SPARE_RANGES;
  }

  /** Adds what the firmware keeps, as last read. */
  static void reserveFirmwareMemory() {
    int limit = TreeHeader.reservationCount(source) + MAXIMUM_RANGES;
    for (int i = 0; i < FirmwareMemory.count(); i++) {
      if (FirmwareMemory.kind(i) != FirmwareMemory.RAM && reservations < limit) {
        long entry =
            copy + TreeHeader.SIZE_BYTES + (long) reservations * TreeHeader.RESERVATION_BYTES;
        TreeBytes.write64(entry, FirmwareMemory.start(i));
        TreeBytes.write64(entry + Long.BYTES, FirmwareMemory.sizeBytes(i));
        reservations++;
      }
    }
  }

  private static boolean copyStructure(long imageStart, long imageEnd) {
    long at = TreeHeader.place(source, TreeHeader.STRUCTURE);
    long end = at + TreeBytes.read32(source + TreeHeader.STRUCTURE_BYTES);
    int depth = 0;
    boolean isChosen = false;
    boolean isTold = false;
    while (at <= end - Integer.BYTES) {
      int token = TreeBytes.read32(at);
      long next = next(at, end);
      if (next < 0 || token == END) {
        put(END);
        return token == END && depth == 0 && isTold;
      }
      if (token == END_NODE) {
        depth--;
        if (depth == 0 && !isTold) {
          beginChosen();
          tell(imageStart, imageEnd);
          put(END_NODE);
          isTold = true;
        }
        isChosen = false;
      }
      if (token == BEGIN_NODE) {
        depth++;
        isChosen = depth == 2 && isText(at + Integer.BYTES, CHOSEN);
      }
      if (token != PROPERTY || !isChosen || !isOurs(at)) {
        copyTo(at, next);
      }
      if (token == BEGIN_NODE && isChosen && !isTold) {
        tell(imageStart, imageEnd);
        isTold = true;
      }
      at = next;
    }
    return false;
  }

  /** Behind the token at a place; -1 if it is none, or reaches over the end. */
  private static long next(long at, long end) {
    int token = TreeBytes.read32(at);
    long next = at + Integer.BYTES;
    if (token == BEGIN_NODE) {
      while (next < end && Memory.read8(next) != 0) {
        next++;
      }
      next = at + TreeBytes.aligned(next + 1 - at);
    } else if (token == PROPERTY) {
      if (at + PROPERTY_HEADER_BYTES > end) {
        return -1;
      }
      int valueBytes = TreeBytes.read32(next);
      int name = TreeBytes.read32(next + Integer.BYTES);
      if (valueBytes < 0 || name < 0 || name >= namesEnd - names) {
        return -1;
      }
      next = at + PROPERTY_HEADER_BYTES + TreeBytes.aligned(valueBytes);
    } else if (token != END_NODE && token != NOTHING && token != END) {
      return -1;
    }
    return next <= end ? next : -1;
  }

  private static boolean isOurs(long property) {
    long name = names + TreeBytes.read32(property + 2 * Integer.BYTES);
    return isText(name, IMAGE_START) || isText(name, IMAGE_END) || isText(name, ARGUMENTS);
  }

  /** Reads no further than the first difference. */
  @DialectException(rule = "library", reason = "characters of a literal, which is static data")
  private static boolean isText(long address, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Memory.read8(address + i) != text.charAt(i)) {
        return false;
      }
    }
    return Memory.read8(address + text.length()) == 0;
  }

  private static void copyTo(long from, long to) {
    Memory.copy(out, from, to - from);
    out += to - from;
  }

  private static void put(int value) {
    TreeBytes.write32(out, value);
    out += Integer.BYTES;
  }

  @DialectException(rule = "library", reason = "characters of a literal, which is static data")
  private static void beginChosen() {
    put(BEGIN_NODE);
    for (int i = 0; i < CHOSEN.length(); i++) {
      Memory.write8(out + i, CHOSEN.charAt(i));
    }
    out += TreeBytes.aligned(CHOSEN.length() + 1);
  }

  private static void tell(long imageStart, long imageEnd) {
    beginProperty(IMAGE_START, Long.BYTES);
    TreeBytes.write64(out, imageStart);
    out += Long.BYTES;
    beginProperty(IMAGE_END, Long.BYTES);
    TreeBytes.write64(out, imageEnd);
    out += Long.BYTES;
    int lengthBytes = CommandLine.lengthBytes() + 1;
    beginProperty(ARGUMENTS, lengthBytes);
    Memory.copy(out, CommandLine.address(), lengthBytes);
    out += TreeBytes.aligned(lengthBytes);
  }

  /** The name goes behind the others when the structure is complete; its offset is known now. */
  @DialectException(rule = "library", reason = "the length of a literal, which is static data")
  private static void beginProperty(String name, int valueBytes) {
    put(PROPERTY);
    put(valueBytes);
    put((int) namesAddedAt);
    namesAddedAt += name.length() + 1;
  }

  private static void writeHeader(long structure, long end) {
    long strings = end;
    long oldBytes = namesEnd - names;
    Memory.copy(strings, names, oldBytes);
    out = strings + oldBytes;
    putName(IMAGE_START);
    putName(IMAGE_END);
    putName(ARGUMENTS);
    TreeBytes.write32(copy, TreeHeader.MAGIC);
    TreeBytes.write32(copy + TreeHeader.TOTAL_BYTES, (int) (out - copy));
    TreeBytes.write32(copy + TreeHeader.STRUCTURE, (int) (structure - copy));
    TreeBytes.write32(copy + TreeHeader.STRINGS, (int) (strings - copy));
    TreeBytes.write32(copy + TreeHeader.RESERVATIONS, TreeHeader.SIZE_BYTES);
    TreeBytes.write32(copy + TreeHeader.VERSION, TreeHeader.VERSION_17);
    TreeBytes.write32(copy + TreeHeader.COMPATIBLE_VERSION, TreeHeader.OLDEST_COMPATIBLE);
    TreeBytes.write32(
        copy + TreeHeader.BOOT_PROCESSOR, TreeBytes.read32(source + TreeHeader.BOOT_PROCESSOR));
    TreeBytes.write32(copy + TreeHeader.STRINGS_BYTES, (int) (out - strings));
    TreeBytes.write32(copy + TreeHeader.STRUCTURE_BYTES, (int) (end - structure));
  }

  @DialectException(rule = "library", reason = "characters of a literal, which is static data")
  private static void putName(String name) {
    for (int i = 0; i < name.length(); i++) {
      Memory.write8(out + i, name.charAt(i));
    }
    out += name.length() + 1;
  }
}
