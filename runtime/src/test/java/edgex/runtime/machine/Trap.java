package edgex.runtime.machine;

import edgex.abi.Errors;
import edgex.abi.SystemCallNumbers;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JVM's twin of the device's class: notifications between threads of the JVM, the clock, and a
 * count of all calls. Other calls go to the kernel that a test supplies, or are refused.
 */
public final class Trap {
  private static final ConcurrentHashMap<Integer, Semaphore> NOTIFICATIONS =
      new ConcurrentHashMap<>();
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final AtomicInteger NEXT_HANDLE = new AtomicInteger(1);

  private static volatile Kernel kernel;

  /** What a test puts in the kernel's place. */
  public interface Kernel {
    /** Result of a slow call. */
    long call(int number, long... arguments);
  }

  private Trap() {}

  /** From now on slow calls with arguments go there; null: they are refused. */
  public static void setKernel(Kernel standIn) {
    kernel = standIn;
  }

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
    if (number == SystemCallNumbers.CLOCK_NANOS) {
      return System.nanoTime();
    }
    return kernel == null ? Errors.UNKNOWN_CALL : kernel.call(number);
  }

  public static long call1(int number, long a0) {
    return call(number, a0);
  }

  public static long call2(int number, long a0, long a1) {
    return call(number, a0, a1);
  }

  public static long call3(int number, long a0, long a1, long a2) {
    return call(number, a0, a1, a2);
  }

  public static long call4(int number, long a0, long a1, long a2, long a3) {
    return call(number, a0, a1, a2, a3);
  }

  public static long call5(int number, long a0, long a1, long a2, long a3, long a4) {
    return call(number, a0, a1, a2, a3, a4);
  }

  public static long call6(int number, long a0, long a1, long a2, long a3, long a4, long a5) {
    return call(number, a0, a1, a2, a3, a4, a5);
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

  private static long call(int number, long... arguments) {
    if (kernel == null) {
      return refuse();
    }
    CALLS.incrementAndGet();
    return kernel.call(number, arguments);
  }

  private static long refuse() {
    CALLS.incrementAndGet();
    return Errors.UNKNOWN_CALL;
  }
}
