package edgex.kernel.machine;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Walks a device tree once without believing it. What it passes holds for all that comes later:
 *
 * <ul>
 *   <li>the blocks and the list of reservations lie inside the blob, aligned;
 *   <li>the structure is one root node, nested no deeper than {@link #MAXIMUM_DEPTH}, then END;
 *   <li>each name ends with a zero inside its block, each value inside the structure.
 * </ul>
 */
@StaticInit
@Unmanaged
final class DeviceTreeCheck {
  /** The walks need no such bound; a tree that is deeper is nonsense. */
  static final int MAXIMUM_DEPTH = 64;

  private static final int MAGIC = 0xd00d_feed;
  private static final int READABLE_VERSION = 17;
  private static final int BLOB_ALIGNMENT_BYTES = 8;

  private static int structure;
  private static int structureEnd;
  private static int strings;
  private static int stringsEnd;
  private static int rootNode;

  private DeviceTreeCheck() {}

  /** Result of {@link DeviceTree#open}, which has set the address already. */
  static int run(long physicalAddress, long limitBytes) {
    if (physicalAddress <= 0
        || (physicalAddress & (BLOB_ALIGNMENT_BYTES - 1)) != 0
        || limitBytes < DeviceTreeHeader.SIZE_BYTES) {
      return DeviceTree.MISSING;
    }
    if (DeviceTree.word(DeviceTreeHeader.MAGIC) != MAGIC) {
      return DeviceTree.FOREIGN;
    }
    if (DeviceTree.word(DeviceTreeHeader.VERSION) < READABLE_VERSION
        || DeviceTree.word(DeviceTreeHeader.COMPATIBLE_VERSION) > READABLE_VERSION) {
      return DeviceTree.VERSION;
    }
    int total = DeviceTree.word(DeviceTreeHeader.TOTAL_SIZE);
    if (total < DeviceTreeHeader.SIZE_BYTES
        || total > DeviceTree.MAXIMUM_BYTES
        || total > limitBytes
        || !blocksAreInside(total)
        || !reservationsEnd(total)) {
      return DeviceTree.CUT;
    }
    return structureIsGood() ? DeviceTree.GOOD : DeviceTree.DAMAGED;
  }

  /** The root node that the last good run found. */
  static int rootNode() {
    return rootNode;
  }

  private static boolean blocksAreInside(int total) {
    structure = DeviceTree.word(DeviceTreeHeader.STRUCTURE);
    strings = DeviceTree.word(DeviceTreeHeader.STRINGS);
    structureEnd = end(structure, DeviceTree.word(DeviceTreeHeader.STRUCTURE_SIZE), total);
    stringsEnd = end(strings, DeviceTree.word(DeviceTreeHeader.STRINGS_SIZE), total);
    return structureEnd != DeviceTree.NONE
        && stringsEnd != DeviceTree.NONE
        && (structure & (DeviceTree.WORD_BYTES - 1)) == 0;
  }

  /** End of a block; NONE when it does not lie in the blob. */
  private static int end(int start, int size, int total) {
    return start >= 0 && size >= 0 && start <= total && size <= total - start
        ? start + size
        : DeviceTree.NONE;
  }

  private static boolean reservationsEnd(int total) {
    int at = DeviceTree.word(DeviceTreeHeader.RESERVATIONS);
    if (at < 0 || (at & (DeviceTree.WORD_BYTES - 1)) != 0) {
      return false;
    }
    for (int i = 0; at <= total - DeviceTreeHeader.RESERVATION_BYTES; i++) {
      if (DeviceTree.reservedSizeBytes(i) == 0) {
        return true;
      }
      at += DeviceTreeHeader.RESERVATION_BYTES;
    }
    return false;
  }

  private static boolean structureIsGood() {
    int depth = 0;
    int at = structure;
    rootNode = DeviceTree.NONE;
    while (at <= structureEnd - DeviceTree.WORD_BYTES) {
      int token = DeviceTree.word(at);
      if (token == DeviceTree.END) {
        return depth == 0 && rootNode != DeviceTree.NONE;
      }
      if (token == DeviceTree.BEGIN_NODE) {
        if ((depth == 0 && rootNode != DeviceTree.NONE) || depth == MAXIMUM_DEPTH) {
          return false;
        }
        rootNode = depth == 0 ? at : rootNode;
        depth++;
      } else if (token == DeviceTree.END_NODE) {
        depth--;
      }
      if (depth < 0 || (depth == 0 && token == DeviceTree.PROPERTY) || !isInside(at, token)) {
        return false;
      }
      at = DeviceTree.after(at);
    }
    return false;
  }

  /** Whether all that belongs to a token lies where it must. */
  private static boolean isInside(int at, int token) {
    return switch (token) {
      case DeviceTree.BEGIN_NODE -> endsWithZero(at + DeviceTree.WORD_BYTES, structureEnd);
      case DeviceTree.PROPERTY -> propertyIsInside(at);
      case DeviceTree.END_NODE, DeviceTree.NOTHING -> true;
      default -> false;
    };
  }

  private static boolean propertyIsInside(int at) {
    int value = at + 3 * DeviceTree.WORD_BYTES;
    if (value > structureEnd) {
      return false;
    }
    int length = DeviceTree.word(at + DeviceTree.WORD_BYTES);
    int name = DeviceTree.word(at + 2 * DeviceTree.WORD_BYTES);
    return length >= 0
        && length <= structureEnd - value
        && name >= 0
        && name < stringsEnd - strings
        && endsWithZero(strings + name, stringsEnd);
  }

  private static boolean endsWithZero(int start, int end) {
    for (int at = start; at < end; at++) {
      if (DeviceTree.byteAt(at) == 0) {
        return true;
      }
    }
    return false;
  }
}
