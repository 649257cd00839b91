package edgex.runtime.sync;

import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.Trap;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Mutual exclusion over one 32-bit word, zero at first. Not reentrant.
 *
 * <p>The word: 0 free, 1 held, 2 held and somebody may wait. Whoever waits first sets 2, so the
 * holder knows to signal; a signal that comes before the wait is kept by the notification, so none
 * is lost; a waiter that was woken looks again, so one too many does no harm.
 */
@StaticInit
public final class Mutex {
  /** Size of the word. */
  public static final int SIZE_BYTES = 4;

  private static final int FREE = 0;
  private static final int HELD = 1;
  private static final int CONTENDED = 2;
  private static final long FOR_EVER = -1;

  private Mutex() {}

  /**
   * Takes the mutex if it is free.
   *
   * @return whether the caller now holds it
   */
  @Unmanaged
  public static boolean tryLock(long address) {
    return RawMemory.compareExchange32(address, FREE, HELD) == FREE;
  }

  /**
   * Takes the mutex and waits for it if need be.
   *
   * @param address of the word
   * @param notification a handle with SEND and RECEIVE that all users of this mutex share
   */
  @Unmanaged
  public static void lock(long address, int notification) {
    if (tryLock(address)) {
      return;
    }
    while (RawMemory.exchange32(address, CONTENDED) != FREE) {
      Trap.awaitNotification(notification, FOR_EVER);
    }
  }

  /** Gives the mutex back. Only its holder may. */
  @Unmanaged
  public static void unlock(long address, int notification) {
    if (RawMemory.exchange32(address, FREE) == CONTENDED) {
      Trap.signalNotification(notification);
    }
  }
}
