package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.kernel.arch.HostMachine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random system-call sequences of several threads and processes against the invariants, checked
 * after every step. {@code -Dedgex.fuzz.calls=N -Dedgex.fuzz.seed=S} choose another length and
 * start; a failure prints the episode's seed and its steps.
 */
class FuzzTest {
  private static final int STEPS_PER_EPISODE = 2_000;

  @Test
  @Tag("fuzz")
  void invariantsHoldAfterEveryCall() {
    fuzz(1, Long.getLong("edgex.fuzz.calls", 1_000_000));
  }

  /** A quarter as long: most paths are the same, and every step costs more. */
  @Test
  @Tag("fuzz")
  void invariantsHoldWithFourCpus() {
    try {
      fuzz(4, Long.getLong("edgex.fuzz.calls", 1_000_000) / 4);
    } finally {
      HostMachine.setCpus(1);
    }
  }

  private static void fuzz(int cpus, long calls) {
    HostMachine.setCpus(cpus);
    long seed = Long.getLong("edgex.fuzz.seed", 1);
    long done = 0;
    int[] succeeded = new int[Fuzzer.NUMBERS];
    while (done < calls) {
      int steps = (int) Math.min(STEPS_PER_EPISODE, calls - done);
      runEpisode(cpus, seed, steps, succeeded);
      done += steps;
      seed++;
    }
    if (calls >= 100_000) {
      List<Integer> never = new ArrayList<>();
      for (int number = 1; number < Fuzzer.NUMBERS; number++) {
        if (succeeded[number] == 0 && Fuzzer.canSucceed(number)) {
          never.add(number);
        }
      }
      assertTrue(never.isEmpty(), "calls that never succeeded, so were not tested: " + never);
    }
  }

  private static void runEpisode(int cpus, long seed, int steps, int[] succeeded) {
    Fuzzer fuzzer = new Fuzzer(cpus, seed, succeeded);
    try {
      fuzzer.boot();
      Invariants.check();
      for (int i = 0; i < steps; i++) {
        fuzzer.step();
        Invariants.check();
      }
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "-Dedgex.fuzz.seed="
              + seed
              + " -Dedgex.fuzz.calls="
              + steps
              + " fails with "
              + cpus
              + " CPUs after\n"
              + fuzzer.history(),
          e);
    }
  }
}
