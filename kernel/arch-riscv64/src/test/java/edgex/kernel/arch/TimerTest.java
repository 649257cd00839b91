package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ticks to nanoseconds and back, for clocks of many frequencies. */
final class TimerTest {
  private static final long DAY_SECONDS = 86_400;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  @BeforeEach
  void clear() {
    Instructions.clear();
  }

  /** However long the machine has been running: an early alarm is set again and again. */
  @Test
  void alarmComesInTime() {
    Random random = new Random(9);
    for (int i = 0; i < 10_000; i++) {
      long hertz = 1000L + random.nextInt(1_000_000_000);
      assertTrue(Timer.initialize(hertz));
      Instructions.time = (random.nextLong() >>> 1) % (100 * DAY_SECONDS * hertz);
      long delay = (random.nextLong() >>> 1) % (60 * NANOS_PER_SECOND);
      long deadline = Timer.nowNanos() + delay;
      Timer.setDeadlineNanos(deadline);
      Instructions.time = Instructions.timerCompare;
      long tickNanos = NANOS_PER_SECOND / hertz + 1;
      // The factors are cut off behind 32 bits: of a minute, 14 ns and as many ticks.
      long error = 15 + 16 * tickNanos;
      assertTrue(Math.abs(Timer.nowNanos() - deadline) <= error, hertz + " Hz, in " + delay);
    }
  }

  @Test
  void countsTenMegahertzExactly() {
    assertTrue(Timer.initialize(10_000_000));
    Instructions.time = 12_345;
    assertEquals(1_234_500, Timer.nowNanos());
  }

  @Test
  void noDeadlineMeansNoInterrupt() {
    assertTrue(Timer.initialize(10_000_000));
    Timer.setDeadlineNanos(5);
    assertEquals(Timer.INTERRUPT_BIT, Instructions.interruptEnable);
    Timer.setDeadlineNanos(Timer.NEVER);
    assertEquals(0, Instructions.interruptEnable);
    Timer.setDeadlineNanos(-1);
    assertEquals(1, Instructions.timerCompare);
    assertEquals(List.of(), Instructions.EVENTS);
  }

  @Test
  void firmwareHelpsWhereTheRegisterIsMissing() {
    Instructions.hasTimerCompare = false;
    Firmware.initialize();
    assertTrue(Timer.initialize(10_000_000));
    Timer.setDeadlineNanos(1000);
    assertEquals(10, Instructions.timerCompare);
    assertEquals(List.of("firmware 54494d45"), Instructions.EVENTS);
  }

  @Test
  void impossibleFrequenciesAreRefused() {
    for (long hertz : new long[] {-1, 0, 999, 1L << 31, Long.MAX_VALUE}) {
      assertFalse(Timer.initialize(hertz), "" + hertz);
    }
  }
}
