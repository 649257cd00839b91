package edgex.kernel.arch;

/** Monotonic time and one one-shot alarm per CPU. */
public final class Timer {
  /** A deadline that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  private Timer() {}

  /** Nanoseconds since boot. */
  public static native long nowNanos();

  /** Arms the alarm of this CPU for an absolute time, replacing the one before. */
  public static native void setDeadlineNanos(long deadlineNanos);
}
