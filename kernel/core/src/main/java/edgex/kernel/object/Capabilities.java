package edgex.kernel.object;

import edgex.abi.Errors;
import edgex.abi.declare.BootOnly;
import edgex.kernel.memory.Mappings;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The capability pool of the whole machine, and its derivation forest.
 *
 * <pre>
 *   handle:  31 30            18 17               0
 *           | 0 |  generation   |      index       |        generation 1 .. 8191
 * </pre>
 *
 * <p>Invariant: an entry with an owner is in that owner's list and in exactly one place of the
 * forest; a child has its parent's object, and no right that its parent lacks. Everything here
 * takes constant time; deletion of an entry with children or mappings is a series of such steps.
 */
@StaticInit
@Unmanaged
public final class Capabilities {
  private static final int INDEX_BITS = 18;
  private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
  private static final int GENERATION_STEP = 1 << INDEX_BITS;

  /** Most entries that handles can name. */
  public static final int MAXIMUM_COUNT = 1 << INDEX_BITS;

  /** All entries. */
  public static Capability[] all;

  private static int firstFree;
  private static int used;

  private Capabilities() {}

  @BootOnly(reason = "allocates")
  static void create(int count) {
    all = new Capability[count];
    for (int i = 0; i < count; i++) {
      all[i] = new Capability(GENERATION_STEP | i);
      all[i].nextOwned = i + 1 < count ? i + 1 : KernelObject.NONE;
    }
    firstFree = 0;
    used = 0;
  }

  /** Entries with an owner. */
  public static int used() {
    return used;
  }

  /**
   * The index of the entry that a handle of a process names, whatever its type and whether or not
   * it is stale; or {@code INVALID_HANDLE}.
   */
  public static int findAny(KernelProcess process, int handle) {
    int index = handle & INDEX_MASK;
    if (index >= all.length) {
      return Errors.INVALID_HANDLE;
    }
    Capability capability = all[index];
    if (capability.handle != handle || capability.owner != process.index) {
      return Errors.INVALID_HANDLE;
    }
    return index;
  }

  /**
   * Whether a handle of a process names an entry for an object of this type, and with these rights;
   * the object may be gone. Together with {@link #place} for the fast path, which asks no reason.
   */
  public static boolean isNamed(
      Capability capability, KernelProcess process, int handle, int type, int rights) {
    return capability.handle == handle
        && capability.owner == process.index
        && capability.type == type
        && capability.allows(rights);
  }

  /** The entry at the place that a handle means; some other one when there is no such place. */
  public static Capability place(int handle) {
    int index = handle & INDEX_MASK;
    return all[index < all.length ? index : 0];
  }

  /** As {@link #findAny}, for a capability whose object exists. */
  public static int findLive(KernelProcess process, int handle) {
    int index = findAny(process, handle);
    return index >= 0 && all[index].isStale() ? Errors.INVALID_HANDLE : index;
  }

  /**
   * The index of the entry that a handle names, for an object of this type and with these rights;
   * or {@code INVALID_HANDLE}, {@code WRONG_TYPE}, {@code MISSING_RIGHT}.
   */
  public static int find(KernelProcess process, int handle, int type, int rights) {
    int index = findLive(process, handle);
    if (index < 0) {
      return index;
    }
    Capability capability = all[index];
    if (capability.type != type) {
      return Errors.WRONG_TYPE;
    }
    return capability.allows(rights) ? index : Errors.MISSING_RIGHT;
  }

  /**
   * Whether a process can hold {@code count} more: 0, {@code QUOTA_EXCEEDED}, {@code POOL_EMPTY},
   * or {@code WRONG_STATE} for a process that is on its way out.
   */
  public static int checkCreate(KernelProcess owner, int count) {
    if (owner.life != KernelObject.LIVE) {
      return Errors.WRONG_STATE;
    }
    if (owner.capabilitiesLimit - owner.capabilitiesUsed < count) {
      return Errors.QUOTA_EXCEEDED;
    }
    return all.length - used < count ? Errors.POOL_EMPTY : Errors.NONE;
  }

  /** Makes the first capability of a new object; {@link #checkCreate} has answered 0. */
  public static int createRoot(KernelProcess owner, KernelObject object, int rights) {
    Capability capability = take(owner, object, rights);
    capability.badge = 0;
    capability.parent = KernelObject.NONE;
    capability.nextSibling = KernelObject.NONE;
    return capability.handle;
  }

  /** Derives a capability for another object than the parent's, such as a slice of its memory. */
  public static int deriveFor(
      KernelProcess owner, int parent, KernelObject object, int rights, long badge) {
    Capability capability = take(owner, object, rights);
    capability.badge = badge;
    linkChild(parent, capability.handle & INDEX_MASK);
    return capability.handle;
  }

  /** Derives a capability; {@link #checkCreate} has answered 0. The result is the handle. */
  public static int derive(KernelProcess owner, int parent, int rights, long badge) {
    Capability from = all[parent];
    return deriveFor(owner, parent, Pools.object(from.type, from.object), rights, badge);
  }

  /**
   * One bounded step towards deleting an entry: takes away one mapping's pages, or hands one child
   * to the parent, or removes the entry. True when it is gone.
   */
  public static boolean deleteStep(int index) {
    Capability capability = all[index];
    if (capability.firstMapping != KernelObject.NONE) {
      Mappings.removeStep(capability.firstMapping);
      return false;
    }
    if (capability.firstChild != KernelObject.NONE) {
      int child = capability.firstChild;
      unlinkChild(child);
      linkChild(capability.parent, child);
      return false;
    }
    remove(index);
    return true;
  }

  /**
   * One bounded step towards deleting everything derived from an entry; true when nothing is left.
   * The first child's own children come up one by one, then it goes: each entry moves at most once.
   */
  public static boolean revokeStep(int index) {
    int child = all[index].firstChild;
    if (child == KernelObject.NONE) {
      return true;
    }
    deleteStep(child);
    return all[index].firstChild == KernelObject.NONE;
  }

  private static Capability take(KernelProcess owner, KernelObject object, int rights) {
    int index = firstFree;
    Capability capability = all[index];
    firstFree = capability.nextOwned;
    used++;
    capability.owner = (short) owner.index;
    capability.type = (byte) KernelObject.typeOf(object.id);
    capability.rights = (byte) rights;
    capability.object = object.index;
    capability.objectGeneration = object.generation;
    object.references++;
    owner.capabilitiesUsed++;
    capability.previousOwned = KernelObject.NONE;
    capability.nextOwned = owner.firstCapability;
    if (owner.firstCapability != KernelObject.NONE) {
      all[owner.firstCapability].previousOwned = index;
    }
    owner.firstCapability = index;
    return capability;
  }

  /** Removes an entry without children and mappings; the last one for an object dooms it. */
  private static void remove(int index) {
    Capability capability = all[index];
    KernelObject object = Pools.object(capability.type, capability.object);
    boolean stale = object.generation != capability.objectGeneration;
    unlinkChild(index);
    unlinkOwned(capability);
    KernelProcess.all[capability.owner].capabilitiesUsed--;
    capability.owner = KernelObject.NONE;
    capability.handle = nextHandle(capability.handle);
    capability.nextOwned = firstFree;
    firstFree = index;
    used--;
    if (!stale) {
      object.references--;
      if (object.references == 0) {
        Reaper.doom(object);
      }
    }
  }

  /** The same index with the next generation; after the last generation comes 1. */
  private static int nextHandle(int handle) {
    int next = handle + GENERATION_STEP;
    return next < 0 ? (handle & INDEX_MASK) | GENERATION_STEP : next;
  }

  private static void linkChild(int parent, int child) {
    Capability capability = all[child];
    capability.parent = parent;
    capability.previousSibling = KernelObject.NONE;
    if (parent == KernelObject.NONE) {
      capability.nextSibling = KernelObject.NONE;
      return;
    }
    Capability above = all[parent];
    capability.nextSibling = above.firstChild;
    if (above.firstChild != KernelObject.NONE) {
      all[above.firstChild].previousSibling = child;
    }
    above.firstChild = child;
  }

  private static void unlinkChild(int child) {
    Capability capability = all[child];
    if (capability.nextSibling != KernelObject.NONE) {
      all[capability.nextSibling].previousSibling = capability.previousSibling;
    }
    if (capability.previousSibling != KernelObject.NONE) {
      all[capability.previousSibling].nextSibling = capability.nextSibling;
    } else if (capability.parent != KernelObject.NONE) {
      all[capability.parent].firstChild = capability.nextSibling;
    }
    capability.parent = KernelObject.NONE;
    capability.nextSibling = KernelObject.NONE;
    capability.previousSibling = KernelObject.NONE;
  }

  private static void unlinkOwned(Capability capability) {
    if (capability.nextOwned != KernelObject.NONE) {
      all[capability.nextOwned].previousOwned = capability.previousOwned;
    }
    if (capability.previousOwned != KernelObject.NONE) {
      all[capability.previousOwned].nextOwned = capability.nextOwned;
    } else {
      KernelProcess.all[capability.owner].firstCapability = capability.nextOwned;
    }
  }
}
