package edgex.kernel.object;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * One entry of the capability pool: *(object, rights, badge)* in the hands of one process.
 *
 * <p>Every link is the index of another entry. {@link #parent}, {@link #firstChild}, {@link
 * #nextSibling} and {@link #previousSibling} are the derivation tree; {@link #nextOwned} and {@link
 * #previousOwned} the list of the owner. A free entry has no owner and is linked by {@link
 * #nextOwned}; its {@link #handle} is already the one that it will have next.
 */
@StaticInit
@Unmanaged
public final class Capability {
  /** The handle that names this entry: generation and index. */
  int handle;

  /** Process that holds it; {@code NONE}: the entry is free. */
  short owner = KernelObject.NONE;

  /** Type of the object, of {@code ObjectType}. */
  byte type;

  /** Set of {@code Rights}, as the bits of a byte. */
  byte rights;

  /** The object's index in the pool of its type. */
  int object;

  /** The object's generation when this was made; another one now: the capability is stale. */
  int objectGeneration;

  /** What a receiver sees of a sender; 0: none. */
  long badge;

  /** What this was derived from. */
  int parent = KernelObject.NONE;

  /** The newest of those derived from this. */
  int firstChild = KernelObject.NONE;

  /** The next one derived from the same parent. */
  int nextSibling = KernelObject.NONE;

  /** The one before, derived from the same parent. */
  int previousSibling = KernelObject.NONE;

  /** The next one of the same owner; in a free entry the next free one. */
  int nextOwned = KernelObject.NONE;

  /** The one before, of the same owner. */
  int previousOwned = KernelObject.NONE;

  /** Memory: the first mapping that was made with this capability. */
  public int firstMapping = KernelObject.NONE;

  Capability(int handle) {
    this.handle = handle;
  }

  /** The object's index in the pool of its type. */
  public int object() {
    return object;
  }

  /** The badge; 0: none. */
  public long badge() {
    return badge;
  }

  /** The object's generation when this was made. */
  public int objectGeneration() {
    return objectGeneration;
  }

  /** Type of the object, of {@code ObjectType}. */
  public int type() {
    return type;
  }

  /** Set of {@code Rights}. */
  public int rights() {
    return rights & 0xff;
  }

  /** The handle that names this entry while it has an owner. */
  public int handle() {
    return handle;
  }

  /** Index of the process that holds it. */
  public int owner() {
    return owner;
  }

  /** Index of what this was derived from, or {@code NONE}. */
  public int parent() {
    return parent;
  }

  /** Index of the newest one derived from this, or {@code NONE}. */
  public int firstChild() {
    return firstChild;
  }

  /** Index of the next one derived from the same parent, or {@code NONE}. */
  public int nextSibling() {
    return nextSibling;
  }

  /** Index of the one before, derived from the same parent, or {@code NONE}. */
  public int previousSibling() {
    return previousSibling;
  }

  /** Index of the next one of the same owner, or {@code NONE}. */
  public int nextOwned() {
    return nextOwned;
  }

  /** Index of the one before, of the same owner, or {@code NONE}. */
  public int previousOwned() {
    return previousOwned;
  }

  /** Whether it holds all of these rights. */
  public boolean allows(int wanted) {
    return (rights & wanted) == wanted;
  }

  /** Whether the object is gone. */
  public boolean isStale() {
    return Pools.object(type, object).generation != objectGeneration;
  }
}
