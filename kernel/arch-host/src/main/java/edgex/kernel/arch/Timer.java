package edgex.kernel.arch;

import java.util.Arrays;

/** Virtual time, moved by {@link HostMachine}. */
public final class Timer {
  /** A deadline that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  private static long now;
  private static long[] deadlines = {NEVER};

  private Timer() {}

  static void install(int cpus) {
    now = 0;
    deadlines = new long[cpus];
    Arrays.fill(deadlines, NEVER);
  }

  static void advance(long nanos) {
    now += nanos;
  }

  /** When the alarm of a CPU rings. */
  static long deadlineNanos(int cpu) {
    return deadlines[cpu];
  }

  /**
   * The CPU whose alarm rings first, of those that can take the interrupt, when it rings at a time
   * or before; else negative.
   */
  static int firstCpu(long end) {
    int first = -1;
    for (int cpu = 0; cpu < deadlines.length; cpu++) {
      long best = first < 0 ? end : deadlines[first] - 1;
      if (deadlines[cpu] <= best && !Cpu.isCalling(cpu)) {
        first = cpu;
      }
    }
    return first;
  }

  /** Nanoseconds since boot. */
  public static long nowNanos() {
    return now;
  }

  /** Arms the alarm. */
  public static void setDeadlineNanos(long deadlineNanos) {
    deadlines[Cpu.current()] = deadlineNanos;
  }
}
