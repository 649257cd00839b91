package edgex.kernel.memory;

import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The mappings of a process by address: a treap. It is a search tree by address, and a heap by a
 * number scrambled from the mapping's index, which keeps the expected depth logarithmic.
 */
@StaticInit
@Unmanaged
final class MappingTree {
  /** 2^32 divided by the golden ratio: consecutive indices give far-apart weights. */
  private static final int SCRAMBLE = 0x9e3779b1;

  private MappingTree() {}

  /** Index of the lowest mapping that ends above an address, or {@code NONE}. */
  static int firstEndingAbove(KernelProcess process, long address) {
    int found = KernelObject.NONE;
    int node = process.mappingRoot;
    while (node != KernelObject.NONE) {
      Mapping mapping = Mappings.all[node];
      if (mapping.end() > address) {
        found = node;
        node = mapping.left;
      } else {
        node = mapping.right;
      }
    }
    return found;
  }

  /** Adds a mapping that overlaps no other. */
  static void insert(KernelProcess process, Mapping mapping) {
    int above = KernelObject.NONE;
    int node = process.mappingRoot;
    while (node != KernelObject.NONE) {
      above = node;
      Mapping other = Mappings.all[node];
      node = mapping.address < other.address ? other.left : other.right;
    }
    mapping.parent = above;
    mapping.left = KernelObject.NONE;
    mapping.right = KernelObject.NONE;
    if (above == KernelObject.NONE) {
      process.mappingRoot = mapping.index;
    } else if (mapping.address < Mappings.all[above].address) {
      Mappings.all[above].left = mapping.index;
    } else {
      Mappings.all[above].right = mapping.index;
    }
    while (mapping.parent != KernelObject.NONE && weight(mapping.parent) < weight(mapping.index)) {
      rotateUp(process, mapping);
    }
  }

  /** Takes a mapping out. */
  static void remove(KernelProcess process, Mapping mapping) {
    while (mapping.left != KernelObject.NONE || mapping.right != KernelObject.NONE) {
      boolean leftFirst =
          mapping.right == KernelObject.NONE
              || (mapping.left != KernelObject.NONE
                  && weight(mapping.left) > weight(mapping.right));
      rotateUp(process, Mappings.all[leftFirst ? mapping.left : mapping.right]);
    }
    replaceChild(process, mapping.parent, mapping.index, KernelObject.NONE);
    mapping.parent = KernelObject.NONE;
  }

  /** Makes a node the parent of its parent; the order by address stays. */
  private static void rotateUp(KernelProcess process, Mapping node) {
    Mapping above = Mappings.all[node.parent];
    int moved;
    if (above.left == node.index) {
      moved = node.right;
      above.left = moved;
      node.right = above.index;
    } else {
      moved = node.left;
      above.right = moved;
      node.left = above.index;
    }
    if (moved != KernelObject.NONE) {
      Mappings.all[moved].parent = above.index;
    }
    node.parent = above.parent;
    replaceChild(process, above.parent, above.index, node.index);
    above.parent = node.index;
  }

  private static void replaceChild(KernelProcess process, int parent, int child, int other) {
    if (parent == KernelObject.NONE) {
      process.mappingRoot = other;
    } else if (Mappings.all[parent].left == child) {
      Mappings.all[parent].left = other;
    } else {
      Mappings.all[parent].right = other;
    }
  }

  private static int weight(int index) {
    return index * SCRAMBLE;
  }
}
