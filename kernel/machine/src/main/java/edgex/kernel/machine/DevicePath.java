package edgex.kernel.machine;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Paths to nodes that stand in a property, as {@code /soc/serial@10000000:115200n8} or {@code
 * serial0}, an alias (Devicetree Specification 0.4, 2.2.3 and 3.3). What follows a colon are
 * options for the device's driver.
 */
@StaticInit
@Unmanaged
final class DevicePath {
  private DevicePath() {}

  /** The node that a property's text names; NONE when there is none. */
  static int find(int property) {
    if (byteAt(property, 0) == '/') {
      return walk(property);
    }
    int aliases = MachineDescription.childNamed(DeviceTree.root(), "aliases");
    int alias = aliases == DeviceTree.NONE ? DeviceTree.NONE : DeviceTree.firstProperty(aliases);
    while (alias != DeviceTree.NONE && !isWord(property, DeviceTree.nameOf(alias))) {
      alias = DeviceTree.nextProperty(alias);
    }
    return alias != DeviceTree.NONE && byteAt(alias, 0) == '/' ? walk(alias) : DeviceTree.NONE;
  }

  private static int walk(int property) {
    int node = DeviceTree.root();
    int start = 1;
    while (node != DeviceTree.NONE && !isEnd(byteAt(property, start))) {
      int end = start;
      while (byteAt(property, end) != '/' && !isEnd(byteAt(property, end))) {
        end++;
      }
      node = child(node, property, start, end);
      start = byteAt(property, end) == '/' ? end + 1 : end;
    }
    return node;
  }

  /** The child whose name is a part of the path; the part may leave out the address. */
  private static int child(int node, int property, int start, int end) {
    int child = DeviceTree.firstChild(node);
    while (child != DeviceTree.NONE && !isName(child, property, start, end)) {
      child = DeviceTree.nextSibling(child);
    }
    return child;
  }

  private static boolean isName(int node, int property, int start, int end) {
    int name = DeviceTree.nameOf(node);
    for (int i = start; i < end; i++) {
      if (DeviceTree.byteAt(name + i - start) != byteAt(property, i)) {
        return false;
      }
    }
    int behind = DeviceTree.byteAt(name + end - start);
    return behind == 0 || behind == '@';
  }

  /** Whether the text up to its end is the name at an offset of the tree. */
  private static boolean isWord(int property, int name) {
    int i = 0;
    while (!isEnd(byteAt(property, i)) && DeviceTree.byteAt(name + i) == byteAt(property, i)) {
      i++;
    }
    return isEnd(byteAt(property, i)) && DeviceTree.byteAt(name + i) == 0;
  }

  private static boolean isEnd(int value) {
    return value == 0 || value == ':';
  }

  /** A byte of a value; 0 behind it. */
  private static int byteAt(int property, int index) {
    return index < DeviceTree.valueBytes(property) ? DeviceTree.valueByte(property, index) : 0;
  }
}
