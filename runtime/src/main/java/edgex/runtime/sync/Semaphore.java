package edgex.runtime.sync;

import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.Trap;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * A count of permits, over two 32-bit words: permits, waiters.
 *
 * <p>Signals of a notification merge, so two releases may wake one waiter only: whoever got its
 * permit passes the signal on while permits and waiters are left.
 */
@StaticInit
public final class Semaphore {
  /** Size of both words. */
  public static final int SIZE_BYTES = 8;

  private static final int WAITERS_OFFSET = 4;

  private Semaphore() {}

  /** Sets the first number of permits, before anybody uses the semaphore. */
  @Unmanaged
  public static void initialize(long address, int permits) {
    RawMemory.storeRelease32(address + WAITERS_OFFSET, 0);
    RawMemory.storeRelease32(address, permits);
  }

  /**
   * Takes a permit if there is one.
   *
   * @return whether the caller got it
   */
  @Unmanaged
  public static boolean tryAcquire(long address) {
    int permits = RawMemory.loadAcquire32(address);
    while (permits > 0) {
      int before = RawMemory.compareExchange32(address, permits, permits - 1);
      if (before == permits) {
        return true;
      }
      permits = before;
    }
    return false;
  }

  /**
   * Takes a permit and waits for one if need be.
   *
   * @param address of the words
   * @param notification a handle with SEND and RECEIVE that all users of this semaphore share
   * @param timeoutNanos how long to wait; negative: for ever
   * @return whether the caller got one; false: the time passed, or the notification is gone
   */
  @Unmanaged
  public static boolean acquire(long address, int notification, long timeoutNanos) {
    if (tryAcquire(address)) {
      return true;
    }
    RawMemory.fetchAdd32(address + WAITERS_OFFSET, 1);
    boolean acquired = waitFor(address, notification, timeoutNanos);
    RawMemory.fetchAdd32(address + WAITERS_OFFSET, -1);
    passOn(address, notification);
    return acquired;
  }

  /** Adds a permit and wakes a waiter. */
  @Unmanaged
  public static void release(long address, int notification) {
    RawMemory.fetchAdd32(address, 1);
    passOn(address, notification);
  }

  @Unmanaged
  private static boolean waitFor(long address, int notification, long timeoutNanos) {
    long deadline = Deadline.after(timeoutNanos);
    while (!tryAcquire(address)) {
      if (Trap.awaitNotification(notification, Deadline.remaining(deadline)) < 0) {
        return tryAcquire(address);
      }
    }
    return true;
  }

  @Unmanaged
  private static void passOn(long address, int notification) {
    RawMemory.fence();
    if (RawMemory.loadAcquire32(address) > 0
        && RawMemory.loadAcquire32(address + WAITERS_OFFSET) > 0) {
      Trap.signalNotification(notification);
    }
  }
}
