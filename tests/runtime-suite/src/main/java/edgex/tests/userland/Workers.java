package edgex.tests.userland;

import edgex.runtime.machine.RawMemory;
import edgex.runtime.sync.Condition;
import edgex.runtime.sync.Mutex;
import edgex.runtime.sync.Semaphore;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What worker threads run. Their argument is the address of a shared page, in whose last words are
 * the handles of its notifications.
 */
@StaticInit
final class Workers {
  static final int MUTEX_HANDLE = 4084;
  static final int SEMAPHORE_HANDLE = 4088;
  static final int CONDITION_HANDLE = 4092;

  /** How often each worker does its work. */
  static final int ROUNDS = 50_000;

  private Workers() {}

  /** Counts under the mutex, in two steps that a preemption can come between. */
  @Unmanaged
  static void count(long page) {
    int handle = RawMemory.getInt(page + MUTEX_HANDLE);
    for (int i = 0; i < ROUNDS; i++) {
      Mutex.lock(page, handle);
      int before = RawMemory.getInt(page + Shared.COUNTER);
      RawMemory.fence();
      RawMemory.putInt(page + Shared.COUNTER, before + 1);
      Mutex.unlock(page, handle);
    }
  }

  /** Takes permits and counts them. */
  @Unmanaged
  static void take(long page) {
    int handle = RawMemory.getInt(page + SEMAPHORE_HANDLE);
    for (int i = 0; i < ROUNDS; i++) {
      Semaphore.acquire(page + Shared.SEMAPHORE, handle, -1);
      RawMemory.fetchAdd32(page + Shared.COUNTER, 1);
    }
  }

  /** Waits until the flag is set, under the mutex, then counts itself. */
  @Unmanaged
  static void awaitFlag(long page) {
    int mutex = RawMemory.getInt(page + MUTEX_HANDLE);
    Mutex.lock(page, mutex);
    while (RawMemory.getInt(page + Shared.FLAG) == 0) {
      Condition.await(
          page + Shared.CONDITION, RawMemory.getInt(page + CONDITION_HANDLE), page, mutex, -1);
    }
    RawMemory.putInt(page + Shared.COUNTER, RawMemory.getInt(page + Shared.COUNTER) + 1);
    Mutex.unlock(page, mutex);
  }

  /** Takes the mutex, sets the flag, gives it back. */
  @Unmanaged
  static void setFlag(long page) {
    int handle = RawMemory.getInt(page + MUTEX_HANDLE);
    Mutex.lock(page, handle);
    RawMemory.putInt(page + Shared.FLAG, 1);
    Mutex.unlock(page, handle);
  }
}
