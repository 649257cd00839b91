package edgex.kernel.arch;

import edgex.abi.declare.DialectException;
import edgex.kernel.machine.Unsigned;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Measures the time-stamp counter and the local APIC's timer against a clock of known frequency:
 * the ACPI timer, or channel 2 of the PIT where there is none. CPUID tells the first one's
 * frequency on newer processors, then only the second is measured.
 */
@StaticInit
@Unmanaged
final class Calibration {
  /** How long to measure: boot waits for it, a clock's tick is 0.3 us of it. */
  private static final long WINDOW_MICROS = 2000;

  private static final long MICROS_PER_SECOND = 1_000_000;

  private static final int ACPI_FREQUENCY = 3_579_545;
  private static final int ACPI_MASK = 0xff_ffff;

  private static final int PIT_FREQUENCY = 1_193_182;
  private static final int PIT_MASK = 0xffff;
  private static final int PIT_CHANNEL_2 = 0x42;
  private static final int PIT_COMMAND = 0x43;
  private static final int PIT_GATE = 0x61;
  private static final int PIT_GATE_OPEN = 1;
  private static final int PIT_SPEAKER = 2;
  private static final int PIT_MODE_RATE = 0xb4;
  private static final int PIT_LATCH = 0x80;

  private static final int LEAF_FREQUENCY = 0x15;

  /** A dead clock must not hang the boot: reads until it counts as such. */
  private static final int MAXIMUM_READS = 50_000_000;

  private static int acpiPort;
  private static long stampsPerSecond;
  private static long countsPerSecond;

  private Calibration() {}

  /** Measures. {@code false}: no clock moves. */
  @DialectException(rule = "division", reason = "measured is at least ticks, which is positive")
  static boolean run(int acpiTimerPort) {
    acpiPort = acpiTimerPort;
    if (acpiPort == 0) {
      startPit();
    }
    int frequency = acpiPort != 0 ? ACPI_FREQUENCY : PIT_FREQUENCY;
    long ticks = frequency * WINDOW_MICROS / MICROS_PER_SECOND;
    LocalApic.setCount(-1);
    int start = nextTick(clock());
    long firstStamp = Instructions.readTimeStamp();
    int firstCount = LocalApic.count();
    int now = start;
    int reads = 0;
    while (elapsed(start, now) < ticks && reads < MAXIMUM_READS) {
      now = clock();
      reads++;
    }
    long stamps = Instructions.readTimeStamp() - firstStamp;
    long counts = Unsigned.toLong(firstCount - LocalApic.count());
    LocalApic.setCount(0);
    long measured = elapsed(start, now);
    if (measured < ticks || stamps <= 0) {
      return false;
    }
    stampsPerSecond = stamps * frequency / measured;
    countsPerSecond = counts * frequency / measured;
    useReportedFrequency();
    return stampsPerSecond > 0;
  }

  static long stampsPerSecond() {
    return stampsPerSecond;
  }

  static long countsPerSecond() {
    return countsPerSecond;
  }

  /** CPUID leaf 0x15: crystal frequency in ecx, ratio ebx/eax of the time-stamp counter to it. */
  @DialectException(rule = "division", reason = "the divisor was compared with 0")
  private static void useReportedFrequency() {
    if (Unsigned.isBelow(Instructions.identify(0, 0, 0), LEAF_FREQUENCY)) {
      return;
    }
    long denominator = Unsigned.toLong(Instructions.identify(LEAF_FREQUENCY, 0, 0));
    long numerator = Unsigned.toLong(Instructions.identify(LEAF_FREQUENCY, 0, 1));
    long crystal = Unsigned.toLong(Instructions.identify(LEAF_FREQUENCY, 0, 2));
    if (denominator != 0 && numerator != 0 && crystal != 0) {
      stampsPerSecond = crystal * numerator / denominator;
    }
  }

  /** Waits for the clock's next step: a measurement begins on the edge of a tick. */
  private static int nextTick(int before) {
    int now = before;
    for (int i = 0; now == before && i < MAXIMUM_READS; i++) {
      now = clock();
    }
    return now;
  }

  /** Both clocks as one that counts up. */
  private static int clock() {
    if (acpiPort != 0) {
      return Instructions.in32(acpiPort) & ACPI_MASK;
    }
    Instructions.out8(PIT_COMMAND, PIT_LATCH);
    int low = Instructions.in8(PIT_CHANNEL_2);
    return -(Instructions.in8(PIT_CHANNEL_2) << Byte.SIZE | low) & PIT_MASK;
  }

  private static long elapsed(int start, int now) {
    int difference = now - start;
    return difference & (acpiPort != 0 ? ACPI_MASK : PIT_MASK);
  }

  private static void startPit() {
    int gate = Instructions.in8(PIT_GATE) & ~PIT_SPEAKER;
    Instructions.out8(PIT_GATE, gate | PIT_GATE_OPEN);
    Instructions.out8(PIT_COMMAND, PIT_MODE_RATE);
    Instructions.out8(PIT_CHANNEL_2, 0);
    Instructions.out8(PIT_CHANNEL_2, 0);
  }
}
