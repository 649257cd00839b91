package edgex.kernel.object;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What every kernel object has: a place in the pool of its type, a generation, and the process that
 * pays for it.
 *
 * <p>An object is free (in its pool's free list), live (in its payer's list) or doomed (in the list
 * of the {@link Reaper}); {@link #next} and {@link #previous} are the links of the list that it is
 * in. {@link #generation} moves on when an object is doomed: that makes every capability for it
 * stale at once.
 *
 * <pre>
 *   id:  31      24 23                0
 *       |   type   |       index       |      type as in {@code ObjectType}
 * </pre>
 */
@StaticInit
@Unmanaged
public abstract class KernelObject {
  /** Where an index or an id names nothing. */
  public static final int NONE = -1;

  /** In no list. */
  public static final int FREE = 0;

  /** In its payer's list. */
  public static final int LIVE = 1;

  /** In the reaper's list. */
  public static final int DOOMED = 2;

  private static final int TYPE_SHIFT = 24;
  private static final int INDEX_MASK = (1 << TYPE_SHIFT) - 1;

  /** Type and index. */
  public final int id;

  /** Place in the pool of its type. */
  public final int index;

  /** What a capability for this object must remember. */
  public int generation;

  /** Live capabilities for this object; it goes with the last. */
  public int references;

  /** Index of the process that pays; {@link #NONE} for the first process. */
  public int payer = NONE;

  /** {@link #FREE}, {@link #LIVE} or {@link #DOOMED}. */
  public int life = FREE;

  /** Id of the next one in the list. */
  public int next = NONE;

  /** Id of the one before in the list. */
  public int previous = NONE;

  /** At boot. */
  protected KernelObject(int type, int index) {
    this.id = (type << TYPE_SHIFT) | index;
    this.index = index;
  }

  /** The type in an id. */
  public static int typeOf(int id) {
    return id >> TYPE_SHIFT;
  }

  /** The index in an id. */
  public static int indexOf(int id) {
    return id & INDEX_MASK;
  }
}
