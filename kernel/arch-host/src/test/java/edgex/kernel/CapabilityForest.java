package edgex.kernel;

import edgex.kernel.object.Capabilities;
import edgex.kernel.object.Capability;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.object.Pools;

/**
 * The invariants of the capability pool: links of the derivation forest and of the owners' lists.
 */
final class CapabilityForest {
  private static final int NONE = KernelObject.NONE;

  private CapabilityForest() {}

  static void check(Capability capability) {
    int index = capability.handle() & (Capabilities.MAXIMUM_COUNT - 1);
    Invariants.is(Capabilities.all[index] == capability, "handle of entry %d", index);
    if (capability.parent() != NONE) {
      Capability parent = Capabilities.all[capability.parent()];
      Invariants.is(parent.owner() != NONE, "capability %d has a free parent", index);
      Invariants.is(parent.allows(capability.rights()), "capability %d gained rights", index);
    }
    int previous = NONE;
    for (int i = capability.firstChild(); i != NONE; i = Capabilities.all[i].nextSibling()) {
      Invariants.is(Capabilities.all[i].parent() == index, "parent of capability %d", i);
      Invariants.is(Capabilities.all[i].previousSibling() == previous, "sibling of %d", i);
      previous = i;
    }
    KernelObject object = Pools.object(capability.type(), capability.object());
    Invariants.is(
        capability.isStale() || object.references > 0, "capability %d is not counted", index);
    Invariants.is(
        capability.isStale() || object.life == KernelObject.LIVE,
        "capability %d leads to a dead object",
        index);
  }

  /** Walks the owners' lists; the result is how many capabilities they hold. */
  static int checkOwners() {
    int total = 0;
    for (KernelProcess process : KernelProcess.all) {
      if (process.life == KernelObject.FREE) {
        continue;
      }
      int previous = NONE;
      for (int i = process.firstCapability; i != NONE; i = Capabilities.all[i].nextOwned()) {
        Invariants.is(Capabilities.all[i].owner() == process.index, "owner of %d", i);
        Invariants.is(Capabilities.all[i].previousOwned() == previous, "owner link of %d", i);
        previous = i;
        total++;
      }
    }
    return total;
  }

  /**
   * Walks the trees down from the roots: every entry is met exactly once, so there is no cycle and
   * nothing hangs from an entry that does not know of it.
   */
  static void checkTrees() {
    int met = 0;
    for (int root = 0; root < Capabilities.all.length; root++) {
      Capability capability = Capabilities.all[root];
      if (capability.owner() != NONE && capability.parent() == NONE) {
        met += countTree(root);
      }
    }
    Invariants.is(met == Capabilities.used(), "%d capabilities hang from a root", met);
  }

  /** Depth first along the links, without a stack of its own. */
  private static int countTree(int root) {
    int count = 1;
    int at = root;
    while (true) {
      if (Capabilities.all[at].firstChild() != NONE) {
        at = Capabilities.all[at].firstChild();
      } else {
        while (at != root && Capabilities.all[at].nextSibling() == NONE) {
          at = Capabilities.all[at].parent();
        }
        if (at == root) {
          return count;
        }
        at = Capabilities.all[at].nextSibling();
      }
      count++;
      Invariants.is(count <= Capabilities.used(), "the tree below %d has a cycle", root);
    }
  }
}
