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
  private static final long DAY_NANOS = 86_400_000_000_000L;

  @BeforeEach
  void clear() {
    Instructions.clear();
  }

  @Test
  void alarmNeverComesEarlyAndAtMostTwoTicksLate() {
    Random random = new Random(9);
    for (int i = 0; i < 10_000; i++) {
      long hertz = 1000 + random.nextInt(1_000_000_000);
      assertTrue(Timer.initialize(hertz));
      long deadline = (random.nextLong() >>> 1) % (100 * DAY_NANOS);
      Timer.setDeadlineNanos(deadline);
      Instructions.time = Instructions.timerCompare;
      long tickNanos = 1_000_000_000L / hertz + 1;
      // Both factors are cut off behind 32 bits: one part in 2^32 of the time is lost at most.
      long error = (deadline >>> 31) + (deadline / hertz >>> 1) + 2 * tickNanos;
      assertTrue(Math.abs(Timer.nowNanos() - deadline) <= error, hertz + " Hz, " + deadline);
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
    assertEquals(11, Instructions.timerCompare);
    assertEquals(List.of("firmware 54494d45"), Instructions.EVENTS);
  }

  @Test
  void impossibleFrequenciesAreRefused() {
    for (long hertz : new long[] {-1, 0, 999, (1L << 31) + 1, Long.MAX_VALUE}) {
      assertFalse(Timer.initialize(hertz), "" + hertz);
    }
  }
}
