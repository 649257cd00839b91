package edgex.kernel.arch;

import edgex.abi.declare.DialectException;
import edgex.kernel.machine.DeviceTree;
import edgex.kernel.machine.MachineDescription;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Time and the alarm from the generic timer's virtual counter (Arm ARM, D12), which starts at the
 * machine's reset. See {@code arch-api}.
 *
 * <p>An alarm may come a little early, by the error of its conversion to ticks; the kernel then
 * finds nothing due and sets it again.
 */
@StaticInit
@Unmanaged
public final class Timer {
  /** A deadline that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Factors are fixed-point numbers with this many fraction bits. */
  private static final int FRACTION_BITS = 32;

  /** No deadline further away than this is given to the hardware: ten minutes. */
  private static final long MAXIMUM_DELAY_NANOS = 600 * NANOS_PER_SECOND;

  private static final long CONTROL_ENABLE = 1;

  /** The third interrupt of the device tree's node is the virtual timer's; cells of one. */
  private static final int VIRTUAL_INDEX = 2;

  private static final int INTERRUPT_CELLS = 3;

  private static long nanosPerTick;
  private static long ticksPerNano;
  private static int line;

  private Timer() {}

  /** Nanoseconds since boot. */
  public static long nowNanos() {
    return nanosAt(Instructions.readCounter());
  }

  /** Arms the alarm of this CPU for an absolute time, replacing the one before. */
  public static void setDeadlineNanos(long deadlineNanos) {
    if (deadlineNanos == NEVER) {
      silence();
      return;
    }
    long tick = Instructions.readCounter();
    long delay = Math.min(Math.max(deadlineNanos - nanosAt(tick), 0), MAXIMUM_DELAY_NANOS);
    Instructions.writeTimerCompare(
        tick + 1 + Instructions.multiplyShift(delay, ticksPerNano, FRACTION_BITS));
    Instructions.writeTimerControl(CONTROL_ENABLE);
  }

  /**
   * Learns frequency and interrupt line and disarms the alarm; false: the machine does not tell.
   */
  @DialectException(rule = "division", reason = "the frequency is known to be positive")
  static boolean initialize() {
    long ticksPerSecond = Instructions.readCounterFrequency();
    int node = MachineDescription.nextCompatible(DeviceTree.NONE, "arm,armv8-timer");
    int interrupts = DeviceTree.property(node, "interrupts");
    int number = DeviceTree.cell(interrupts, VIRTUAL_INDEX * INTERRUPT_CELLS + 1, -1);
    if (ticksPerSecond <= 0 || ticksPerSecond > NANOS_PER_SECOND << 2 || number < 0) {
      return false;
    }
    line = Gic.FIRST_PRIVATE_LINE + (number & Gic.PRIVATE_LINE_MASK);
    nanosPerTick = (NANOS_PER_SECOND << FRACTION_BITS) / ticksPerSecond;
    ticksPerNano = ((ticksPerSecond << (FRACTION_BITS - 2)) / NANOS_PER_SECOND) << 2;
    silence();
    Gic.open(line);
    return true;
  }

  /** The alarm's interrupt. */
  static int line() {
    return line;
  }

  /** Disarms the alarm: its line is level-triggered. */
  static void silence() {
    Instructions.writeTimerControl(0);
  }

  private static long nanosAt(long tick) {
    return Instructions.multiplyShift(tick, nanosPerTick, FRACTION_BITS);
  }
}
