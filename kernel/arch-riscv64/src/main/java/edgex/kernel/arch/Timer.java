package edgex.kernel.arch;

import edgex.abi.declare.DialectException;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Time from the clock that all CPUs share and that starts at the reset, the alarm from {@code
 * stimecmp} where the CPU has it and from the firmware elsewhere. See {@code arch-api}.
 *
 * <p>An alarm may come a little early, by the error of its conversion to ticks; the kernel then
 * finds nothing due and sets it again.
 */
@StaticInit
@Unmanaged
public final class Timer {
  /** A deadline that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The timer's bit in sie and sip. */
  static final long INTERRUPT_BIT = 1 << 5;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Factors are fixed-point numbers with this many fraction bits. */
  private static final int FRACTION_BITS = 32;

  /** The factor of a clock of 1 Hz would not fit; there is none below this. */
  private static final long MINIMUM_HERTZ = 1000;

  private static final long MAXIMUM_HERTZ = (1L << 31) - 1;

  /**
   * No deadline further away than this is given to the hardware, ten minutes: the error of a factor
   * grows with what it is multiplied with.
   */
  private static final long MAXIMUM_DELAY_NANOS = 600 * NANOS_PER_SECOND;

  private static long nanosPerTick;
  private static long ticksPerNano;
  private static boolean compareRegister;

  private Timer() {}

  /** Nanoseconds since boot. */
  public static long nowNanos() {
    return nanosAt(Instructions.readTime());
  }

  /** Arms the alarm of this CPU for an absolute time, replacing the one before. */
  public static void setDeadlineNanos(long deadlineNanos) {
    if (deadlineNanos == NEVER) {
      disarm();
      return;
    }
    long tick = Instructions.readTime();
    long delay = Math.min(Math.max(deadlineNanos - nanosAt(tick), 0), MAXIMUM_DELAY_NANOS);
    long time = tick + 1 + Instructions.multiplyShift(delay, ticksPerNano, FRACTION_BITS);
    if (compareRegister) {
      Instructions.writeTimerCompare(time);
    } else {
      Firmware.setTimer(time);
    }
    Instructions.setInterruptEnable(INTERRUPT_BIT);
  }

  /** Learns the clock's frequency and disarms the alarm. {@code false}: no clock is like that. */
  @DialectException(rule = "division", reason = "the frequency was compared with the least one")
  static boolean initialize(long ticksPerSecond) {
    if (ticksPerSecond < MINIMUM_HERTZ || ticksPerSecond > MAXIMUM_HERTZ) {
      return false;
    }
    nanosPerTick = (NANOS_PER_SECOND << FRACTION_BITS) / ticksPerSecond;
    ticksPerNano = (ticksPerSecond << FRACTION_BITS) / NANOS_PER_SECOND;
    compareRegister = Instructions.probeTimerCompare() != 0;
    disarm();
    return true;
  }

  /** Ends the interrupt of an alarm that came; the next one is armed anew. */
  static void disarm() {
    Instructions.clearInterruptEnable(INTERRUPT_BIT);
  }

  private static long nanosAt(long tick) {
    return Instructions.multiplyShift(tick, nanosPerTick, FRACTION_BITS);
  }
}
