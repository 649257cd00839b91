package edgex.kernel.arch;

/** Virtual time, moved by {@link HostMachine}. */
public final class Timer {
  /** A deadline that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  private static long now;
  private static long deadline = NEVER;

  private Timer() {}

  static void install() {
    now = 0;
    deadline = NEVER;
  }

  static void advance(long nanos) {
    now += nanos;
  }

  static long deadlineNanos() {
    return deadline;
  }

  /** Nanoseconds since boot. */
  public static long nowNanos() {
    return now;
  }

  /** Arms the alarm. */
  public static void setDeadlineNanos(long deadlineNanos) {
    deadline = deadlineNanos;
  }
}
