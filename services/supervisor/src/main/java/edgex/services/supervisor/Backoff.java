package edgex.services.supervisor;

/**
 * How long to wait before a failed component is started again: twice as long after each failure,
 * and from the beginning after it ran well for a while.
 */
final class Backoff {
  private static final long FIRST_NANOS = 10_000_000L;
  private static final long LONGEST_NANOS = 10_000_000_000L;
  private static final long RAN_WELL_NANOS = 30_000_000_000L;

  private long nextNanos = FIRST_NANOS;
  private long startedAtNanos;

  /** The component was started. */
  void started(long nowNanos) {
    startedAtNanos = nowNanos;
  }

  /** The component failed: the time at which to start it again. */
  long failed(long nowNanos) {
    if (nowNanos - startedAtNanos >= RAN_WELL_NANOS) {
      reset();
    }
    long delayNanos = nextNanos;
    nextNanos = Math.min(2 * nextNanos, LONGEST_NANOS);
    return nowNanos + delayNanos;
  }

  /** Somebody asked for a restart. */
  void reset() {
    nextNanos = FIRST_NANOS;
  }
}
