package edgex.kernel.object;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The objects of one type. Boot fills the array; afterwards objects only move between free and
 * used. Both in constant time.
 */
@StaticInit
@Unmanaged
public final class Pool {
  /** All objects, used and free. */
  public final KernelObject[] objects;

  private int firstFree;
  private int used;

  Pool(KernelObject[] objects) {
    this.objects = objects;
    this.firstFree = objects.length == 0 ? KernelObject.NONE : objects[0].id;
    for (int i = 0; i + 1 < objects.length; i++) {
      objects[i].next = objects[i + 1].id;
    }
  }

  /** Whether no object is free. */
  public boolean isEmpty() {
    return firstFree == KernelObject.NONE;
  }

  /** How many are not free. */
  public int used() {
    return used;
  }

  /** How many there are. */
  public int size() {
    return objects.length;
  }

  /** The object at a place. */
  public KernelObject at(int index) {
    return objects[index];
  }

  /** Takes a free object out; the caller has asked {@link #isEmpty}. */
  KernelObject take() {
    KernelObject object = objects[KernelObject.indexOf(firstFree)];
    firstFree = object.next;
    object.next = KernelObject.NONE;
    used++;
    return object;
  }

  /** Puts an object back. */
  void put(KernelObject object) {
    object.life = KernelObject.FREE;
    object.next = firstFree;
    object.previous = KernelObject.NONE;
    firstFree = object.id;
    used--;
  }
}
