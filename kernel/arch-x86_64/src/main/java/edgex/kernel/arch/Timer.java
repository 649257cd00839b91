package edgex.kernel.arch;

import edgex.abi.declare.DialectException;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Time from the time-stamp counter, which starts at the processor's reset, the alarm from the local
 * APIC. See {@code arch-api}.
 *
 * <p>An alarm may come a little early when the deadline is further away than the APIC's counter
 * reaches; the kernel then finds nothing due and sets it again.
 */
@StaticInit
@Unmanaged
public final class Timer {
  /** A deadline that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Factors are fixed-point numbers with this many fraction bits. */
  private static final int FRACTION_BITS = 32;

  private static final long MAXIMUM_COUNT = 0xffff_ffffL;

  /** No deadline further away than this is given to the hardware: ten minutes. */
  private static final long MAXIMUM_DELAY_NANOS = 600 * NANOS_PER_SECOND;

  private static long nanosPerStamp;
  private static long stampsPerNano;
  private static long countsPerNano;
  private static boolean deadlineMode;

  private Timer() {}

  /** Nanoseconds since boot. */
  public static long nowNanos() {
    return Instructions.multiplyShift(Instructions.readTimeStamp(), nanosPerStamp, FRACTION_BITS);
  }

  /** Arms the alarm of this CPU for an absolute time, replacing the one before. */
  public static void setDeadlineNanos(long deadlineNanos) {
    if (deadlineNanos == NEVER) {
      disarm();
      return;
    }
    long stamp = Instructions.readTimeStamp();
    long now = Instructions.multiplyShift(stamp, nanosPerStamp, FRACTION_BITS);
    long delay = Math.min(Math.max(deadlineNanos - now, 0), MAXIMUM_DELAY_NANOS);
    if (deadlineMode) {
      LocalApic.setDeadline(
          stamp + 1 + Instructions.multiplyShift(delay, stampsPerNano, FRACTION_BITS));
    } else {
      long counts = 1 + Instructions.multiplyShift(delay, countsPerNano, FRACTION_BITS);
      LocalApic.setCount((int) Math.min(counts, MAXIMUM_COUNT));
    }
  }

  /** Learns the frequencies and switches the alarm on, disarmed. */
  @DialectException(rule = "division", reason = "calibration gave a positive frequency")
  static void initialize(long stampsPerSecond, long countsPerSecond) {
    nanosPerStamp = (NANOS_PER_SECOND << FRACTION_BITS) / stampsPerSecond;
    stampsPerNano = fractionOfNano(stampsPerSecond);
    countsPerNano = fractionOfNano(countsPerSecond);
    deadlineMode = CpuFeatures.hasTscDeadline();
    initializeCpu();
  }

  /** Switches this CPU's alarm on, disarmed. */
  static void initializeCpu() {
    if (deadlineMode) {
      LocalApic.useDeadline();
    } else {
      LocalApic.useOneShot();
    }
    disarm();
  }

  /**
   * {@code perSecond / 10^9} with fraction bits; whole part first, since 2^32 Hz may be exceeded.
   */
  private static long fractionOfNano(long perSecond) {
    long whole = perSecond / NANOS_PER_SECOND;
    long rest = perSecond % NANOS_PER_SECOND;
    return (whole << FRACTION_BITS) + (rest << FRACTION_BITS) / NANOS_PER_SECOND;
  }

  private static void disarm() {
    if (deadlineMode) {
      LocalApic.setDeadline(0);
    } else {
      LocalApic.setCount(0);
    }
  }
}
