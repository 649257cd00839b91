package edgex.kernel.machine;

import edgex.abi.declare.DialectException;
import edgex.kernel.arch.PhysicalMemory;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * A machine's flattened device tree (Devicetree Specification 0.4, chapter 5), read in place.
 *
 * <pre>
 *  header                                structure block: big-endian words
 *   0 magic            20 version          1 BEGIN_NODE  name, zero, padding
 *   4 total size       24 compatible with  3 PROPERTY    length, name in strings, value, padding
 *   8 structure        28 boot CPU         2 END_NODE
 *  12 strings          32 strings' size    4 NOTHING
 *  16 reservations     36 structure's size 9 END
 * </pre>
 *
 * <p>A <em>node</em> is the offset of its BEGIN_NODE in the blob, a <em>property</em> that of its
 * PROPERTY; {@link #NONE} is neither. {@link #open} checks the whole structure once; behind it
 * every walk ends and stays inside the blob, whatever else the tree says. Nothing is allocated: the
 * boot code looks here for the place of its heap.
 */
@StaticInit
@Unmanaged
public final class DeviceTree {
  /** No such node or property. */
  public static final int NONE = -1;

  /** {@link #open}: the tree can be read. */
  public static final int GOOD = 0;

  /** {@link #open}: no address, or one that no tree may have. */
  public static final int MISSING = 1;

  /** {@link #open}: what lies there is not a device tree. */
  public static final int FOREIGN = 2;

  /** {@link #open}: a version that cannot be read. */
  public static final int VERSION = 3;

  /** {@link #open}: a part of it lies outside of it, or all of it is longer than may be. */
  public static final int CUT = 4;

  /** {@link #open}: the structure makes no sense. */
  public static final int DAMAGED = 5;

  /** What the ARM64 boot protocol allows; RISC-V's firmware keeps to less. */
  public static final int MAXIMUM_BYTES = 2 << 20;

  static final int WORD_BYTES = 4;
  static final int BEGIN_NODE = 1;
  static final int END_NODE = 2;
  static final int PROPERTY = 3;
  static final int NOTHING = 4;
  static final int END = 9;

  private static final int PROPERTY_HEADER_BYTES = 3 * WORD_BYTES;
  private static final int SMALL_BYTES = 0xff;

  private static long blob;
  private static int rootNode;

  private DeviceTree() {}

  /**
   * Checks a tree and makes it the one that everything here reads.
   *
   * @param physicalAddress where the boot loader says that it lies
   * @param limitBytes how much can be read there
   * @return {@link #GOOD} or the reason why there is no tree
   */
  public static int open(long physicalAddress, long limitBytes) {
    blob = physicalAddress;
    rootNode = NONE;
    int result = DeviceTreeCheck.run(physicalAddress, limitBytes);
    if (result == GOOD) {
      rootNode = DeviceTreeCheck.rootNode();
    }
    return result;
  }

  /** What is wrong, for the console. */
  public static String message(int result) {
    return switch (result) {
      case GOOD -> "the device tree is good";
      case MISSING -> "the boot loader gave no device tree";
      case FOREIGN -> "what the boot loader gave is not a device tree";
      case VERSION -> "the device tree has a version that cannot be read";
      case CUT -> "the device tree is cut short";
      default -> "the device tree is damaged";
    };
  }

  /** Where the tree lies. */
  public static long startPhysical() {
    return blob;
  }

  /** Size of the whole tree. */
  public static int sizeBytes() {
    return word(DeviceTreeHeader.TOTAL_SIZE);
  }

  /** Start of reserved range {@code index} of the header's list. */
  public static long reservedStart(int index) {
    return DeviceTreeHeader.reservation(blob, index, 0);
  }

  /** Size of reserved range {@code index} of the header's list; 0 behind the last. */
  public static long reservedSizeBytes(int index) {
    return DeviceTreeHeader.reservation(blob, index, Long.BYTES);
  }

  /** The root node; {@link #NONE} without a tree. */
  public static int root() {
    return rootNode;
  }

  /** The first node inside of a node. */
  public static int firstChild(int node) {
    int at = after(node);
    while (word(at) == PROPERTY || word(at) == NOTHING) {
      at = after(at);
    }
    return word(at) == BEGIN_NODE ? at : NONE;
  }

  /** The next node with the same parent. */
  public static int nextSibling(int node) {
    int at = node;
    int depth = 0;
    do {
      int token = word(at);
      if (token == BEGIN_NODE) {
        depth++;
      } else if (token == END_NODE) {
        depth--;
      }
      at = after(at);
    } while (depth > 0 || word(at) == NOTHING);
    return word(at) == BEGIN_NODE ? at : NONE;
  }

  /** The next node in the order of the tree, at whatever depth. */
  public static int next(int node) {
    int at = after(node);
    while (word(at) != BEGIN_NODE) {
      if (word(at) == END) {
        return NONE;
      }
      at = after(at);
    }
    return at;
  }

  /** The node around a node. */
  public static int parent(int node) {
    int around = NONE;
    int child = rootNode;
    while (child != node) {
      int sibling = nextSibling(child);
      if (sibling != NONE && sibling <= node) {
        child = sibling;
      } else {
        around = child;
        child = firstChild(child);
        if (child == NONE) {
          return NONE;
        }
      }
    }
    return around;
  }

  /** Whether a node's name is {@code name}, with or without {@code @} and an address. */
  public static boolean isNamed(int node, String name) {
    int end = matchEnd(nameOf(node), name);
    return end != NONE && (byteAt(end) == 0 || byteAt(end) == '@');
  }

  /** The property of a node with this name; of no node, none. */
  public static int property(int node, String name) {
    int at = node == NONE ? NONE : firstProperty(node);
    while (at != NONE) {
      int end = matchEnd(nameOf(at), name);
      if (end != NONE && byteAt(end) == 0) {
        return at;
      }
      at = nextProperty(at);
    }
    return NONE;
  }

  /** The first property of a node. */
  static int firstProperty(int node) {
    return propertyFrom(after(node));
  }

  /** The property behind another one. */
  static int nextProperty(int property) {
    return propertyFrom(after(property));
  }

  private static int propertyFrom(int token) {
    int at = token;
    while (word(at) == NOTHING) {
      at = after(at);
    }
    return word(at) == PROPERTY ? at : NONE;
  }

  /** Offset of the name of a node or of a property. */
  static int nameOf(int token) {
    return word(token) == BEGIN_NODE
        ? token + WORD_BYTES
        : word(DeviceTreeHeader.STRINGS) + word(token + 2 * WORD_BYTES);
  }

  /** Length of a property's value; 0 without the property. */
  public static int valueBytes(int property) {
    return property == NONE ? 0 : word(property + WORD_BYTES);
  }

  /** Byte {@code index} of a value, zero-extended; the index is below {@link #valueBytes}. */
  public static int valueByte(int property, int index) {
    return byteAt(property + PROPERTY_HEADER_BYTES + index);
  }

  /** Whole 32-bit cells in a value. */
  public static int cellCount(int property) {
    return valueBytes(property) / WORD_BYTES;
  }

  /** Cell {@code index} of a value; {@code otherwise} where the value has no such cell. */
  public static int cell(int property, int index, int otherwise) {
    return index >= 0 && index < cellCount(property)
        ? word(property + PROPERTY_HEADER_BYTES + index * WORD_BYTES)
        : otherwise;
  }

  /** Where a value ends whose first bytes are {@code text}: index behind them, or {@link #NONE}. */
  static int valueMatchEnd(int property, int index, String text) {
    int start = property + PROPERTY_HEADER_BYTES;
    int end = matchEnd(start + index, text);
    return end != NONE && end <= start + valueBytes(property) ? end - start : NONE;
  }

  /** Whether a list of texts, each with a zero behind it, contains one. */
  public static boolean hasText(int property, String text) {
    int length = valueBytes(property);
    int index = 0;
    while (index < length) {
      int end = valueMatchEnd(property, index, text);
      if (end != NONE && end < length && valueByte(property, end) == 0) {
        return true;
      }
      while (index < length && valueByte(property, index) != 0) {
        index++;
      }
      index++;
    }
    return false;
  }

  /** The byte at an offset of the blob, zero-extended. */
  static int byteAt(int offset) {
    return PhysicalMemory.read8(blob + offset) & SMALL_BYTES;
  }

  /** The word at an offset of the blob. */
  static int word(int offset) {
    return DeviceTreeHeader.bigEndian(PhysicalMemory.read32(blob + offset));
  }

  /** Offset of the token behind one. */
  static int after(int token) {
    int kind = word(token);
    if (kind == BEGIN_NODE) {
      int end = token + WORD_BYTES;
      while (byteAt(end) != 0) {
        end++;
      }
      return aligned(end + 1);
    }
    return kind == PROPERTY
        ? aligned(token + PROPERTY_HEADER_BYTES + word(token + WORD_BYTES))
        : token + WORD_BYTES;
  }

  private static int aligned(int offset) {
    return (offset + WORD_BYTES - 1) & -WORD_BYTES;
  }

  /**
   * Compares up to a difference: offset behind {@code text} where the blob has it, else NONE. Stays
   * inside the blob: every name and every value has a zero behind it, if only END's first byte.
   */
  @DialectException(rule = "library", reason = "length and charAt of a literal are plain reads")
  private static int matchEnd(int offset, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (byteAt(offset + i) != text.charAt(i)) {
        return NONE;
      }
    }
    return offset + text.length();
  }
}
