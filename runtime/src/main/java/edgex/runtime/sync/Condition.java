package edgex.runtime.sync;

import edgex.runtime.machine.RawMemory;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Waiting under a {@link Mutex} until another holder of it says that something changed: a word with
 * the number of waiters, guarded by the mutex, and a semaphore that hands them their wake-ups. A
 * wait may end early, so the caller tests its condition in a loop.
 */
@StaticInit
public final class Condition {
  /** Size of the words, zero at first. */
  public static final int SIZE_BYTES = 4 + Semaphore.SIZE_BYTES;

  private static final int SEMAPHORE_OFFSET = 4;

  private Condition() {}

  /**
   * Gives the mutex back, waits, and takes the mutex again. The caller holds it.
   *
   * @param address of the condition's words
   * @param notification the condition's, with SEND and RECEIVE
   * @param mutex address of the mutex
   * @param mutexNotification the mutex's
   * @param timeoutNanos how long to wait; negative: for ever
   * @return false: the time passed
   */
  @Unmanaged
  public static boolean await(
      long address, int notification, long mutex, int mutexNotification, long timeoutNanos) {
    RawMemory.putInt(address, RawMemory.getInt(address) + 1);
    Mutex.unlock(mutex, mutexNotification);
    boolean woken = Semaphore.acquire(address + SEMAPHORE_OFFSET, notification, timeoutNanos);
    Mutex.lock(mutex, mutexNotification);
    if (!woken) {
      leave(address);
    }
    return woken;
  }

  /** Wakes one waiter. The caller holds the mutex. */
  @Unmanaged
  public static void signal(long address, int notification) {
    int waiters = RawMemory.getInt(address);
    if (waiters > 0) {
      RawMemory.putInt(address, waiters - 1);
      Semaphore.release(address + SEMAPHORE_OFFSET, notification);
    }
  }

  /** Wakes all waiters. The caller holds the mutex. */
  @Unmanaged
  public static void signalAll(long address, int notification) {
    while (RawMemory.getInt(address) > 0) {
      signal(address, notification);
    }
  }

  /**
   * After a time-out: takes this waiter out of the count. If a signal already counted it out, its
   * wake-up is taken too, so that nobody else gets one too many.
   */
  @Unmanaged
  private static void leave(long address) {
    if (!Semaphore.tryAcquire(address + SEMAPHORE_OFFSET)) {
      RawMemory.putInt(address, RawMemory.getInt(address) - 1);
    }
  }
}
