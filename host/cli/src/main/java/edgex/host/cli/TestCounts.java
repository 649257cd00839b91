package edgex.host.cli;

/**
 * How many tests there were.
 *
 * @param passed ran and held
 * @param failed did not hold, could not be run, or were checks of the build that failed
 * @param skipped were not run because something they need is not there
 */
record TestCounts(int passed, int failed, int skipped) {
  static final TestCounts NONE = new TestCounts(0, 0, 0);

  TestCounts plus(TestCounts other) {
    return new TestCounts(passed + other.passed, failed + other.failed, skipped + other.skipped);
  }

  /** The line that other tools read. */
  String summary() {
    String summary = passed + " passed, " + failed + " failed";
    return skipped == 0 ? summary : summary + ", " + skipped + " skipped";
  }
}
