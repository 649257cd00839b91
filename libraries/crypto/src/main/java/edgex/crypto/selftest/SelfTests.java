package edgex.crypto.selftest;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests of every algorithm that makes or uses keys, each with one input whose answer is known: they
 * find code that was compiled wrongly, memory that is damaged, a processor that computes wrongly.
 * All of them take a fraction of a second.
 */
public final class SelfTests {
  private SelfTests() {}

  /** The names of all tests, in the order in which they run. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (KnownAnswer test : KnownAnswers.all()) {
      names.add(test.name());
    }
    return names;
  }

  /** Runs all tests and returns the names of those that failed: nothing if all is well. */
  public static List<String> run() {
    return failed(KnownAnswers.all());
  }

  static List<String> failed(List<KnownAnswer> tests) {
    List<String> failed = new ArrayList<>();
    for (KnownAnswer test : tests) {
      if (!test.passes()) {
        failed.add(test.name());
      }
    }
    return failed;
  }
}
