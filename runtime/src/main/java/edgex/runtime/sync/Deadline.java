package edgex.runtime.sync;

import edgex.runtime.system.SystemCalls;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Time-outs of waits that may wake early. */
@StaticInit
final class Deadline {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long FOR_EVER = -1;

  private Deadline() {}

  /** The moment when a time-out passes; negative time-outs never do. */
  @Unmanaged
  static long after(long timeoutNanos) {
    return timeoutNanos < 0 ? NEVER : SystemCalls.clockNanos() + timeoutNanos;
  }

  /** What is left of it, as the kernel wants time-outs. */
  @Unmanaged
  static long remaining(long deadline) {
    if (deadline == NEVER) {
      return FOR_EVER;
    }
    long rest = deadline - SystemCalls.clockNanos();
    return rest < 0 ? 0 : rest;
  }
}
