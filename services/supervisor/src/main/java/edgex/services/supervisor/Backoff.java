package edgex.services.supervisor;

/**
 * How long to wait before a failed component is started again: twice as long after each failure,
 * and from the beginning after it ran well for a while. After too many failures in a row there is
 * no other start.
 */
final class Backoff {
  /** Failures in a row after which a component is started again; the next one is the last. */
  static final int MOST_RESTARTS = 10;

  private static final long FIRST_NANOS = 10_000_000L;
  private static final long RAN_WELL_NANOS = 30_000_000_000L;

  private int failures;
  private long startedAtNanos;

  /** The component was started. */
  void started(long nowNanos) {
    startedAtNanos = nowNanos;
  }

  /**
   * The component failed, or could not be started.
   *
   * @return the time at which to start it again, or {@link ProcessEntry#NEVER}
   */
  long failed(long nowNanos) {
    if (nowNanos - startedAtNanos >= RAN_WELL_NANOS) {
      reset();
    }
    // A start that fails has no time of its own: it must not look like a long good run.
    startedAtNanos = nowNanos;
    if (failures == MOST_RESTARTS) {
      return ProcessEntry.NEVER;
    }
    long delayNanos = FIRST_NANOS << failures;
    failures++;
    return nowNanos + delayNanos;
  }

  /** Somebody asked for a restart. */
  void reset() {
    failures = 0;
  }
}
