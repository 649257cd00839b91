package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nobody can tell whether a message took the fast path: the same random messages, once with the
 * time-out "never" and once with one of 292 years, which the fast path does not take, leave every
 * register and every thread the same.
 */
class FastPathTest {
  private static final int SEEDS = 100;
  private static final int STEPS = 1_000;
  private static final long NEVER = -1;
  private static final long IN_292_YEARS = Long.MAX_VALUE;

  @Test
  @Tag("fuzz")
  void fastAndSlowPathAreTheSame() {
    int otherwiseCharged = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      MessageScript slow = new MessageScript(seed, IN_292_YEARS);
      List<String> expected = slow.run(STEPS);
      MessageScript fast = new MessageScript(seed, NEVER);
      List<String> actual = fast.run(STEPS);
      otherwiseCharged += fast.processorNanos().equals(slow.processorNanos()) ? 0 : 1;
      for (int step = 0; step < STEPS; step++) {
        assertEquals(expected.get(step), actual.get(step), "seed " + seed + " step " + step);
      }
    }
    // On the fast path a server runs on its caller's time.
    assertTrue(otherwiseCharged > SEEDS / 2, "the fast path was taken " + otherwiseCharged);
  }
}
