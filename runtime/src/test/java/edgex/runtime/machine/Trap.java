package edgex.runtime.machine;

import edgex.abi.Errors;
import edgex.abi.SystemCallNumbers;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JVM's twin of the device's class: notifications between threads of the JVM, the clock, and a
 * count of all calls. Other calls are refused.
 */
public final class Trap {
  private static final ConcurrentHashMap<Integer, Semaphore> NOTIFICATIONS =
      new ConcurrentHashMap<>();
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final AtomicInteger NEXT_HANDLE = new AtomicInteger(1);

  private Trap() {}

  /** System calls so far. */
  public static int calls() {
    return CALLS.get();
  }

  /** A handle of a new notification, for a test. */
  public static int createNotification() {
    int handle = NEXT_HANDLE.getAndIncrement();
    NOTIFICATIONS.put(handle, new Semaphore(0));
    return handle;
  }

  public static long call0(int number) {
    CALLS.incrementAndGet();
    return number == SystemCallNumbers.CLOCK_NANOS ? System.nanoTime() : Errors.UNKNOWN_CALL;
  }

  public static long call1(int number, long a0) {
    return refuse();
  }

  public static long call2(int number, long a0, long a1) {
    return refuse();
  }

  public static long call3(int number, long a0, long a1, long a2) {
    return refuse();
  }

  public static long call4(int number, long a0, long a1, long a2, long a3) {
    return refuse();
  }

  public static long call5(int number, long a0, long a1, long a2, long a3, long a4) {
    return refuse();
  }

  public static long call6(int number, long a0, long a1, long a2, long a3, long a4, long a5) {
    return refuse();
  }

  public static long message(int number, long block) {
    return refuse();
  }

  public static long awaitNotification(int handle, long timeoutNanos) {
    CALLS.incrementAndGet();
    Semaphore bits = NOTIFICATIONS.get(handle);
    try {
      boolean set =
          timeoutNanos < 0 ? acquire(bits) : bits.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS);
      return set ? Errors.NONE : Errors.TIMED_OUT;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Errors.CANCELLED;
    }
  }

  /** One bit: signals merge, as the kernel's do. */
  public static long signalNotification(int handle) {
    CALLS.incrementAndGet();
    Semaphore bits = NOTIFICATIONS.get(handle);
    synchronized (bits) {
      bits.drainPermits();
      bits.release();
    }
    return Errors.NONE;
  }

  private static boolean acquire(Semaphore bits) throws InterruptedException {
    bits.acquire();
    return true;
  }

  private static long refuse() {
    CALLS.incrementAndGet();
    return Errors.UNKNOWN_CALL;
  }
}
