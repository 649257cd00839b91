package edgex.tests.userland;

/** What a case expects; the exception says what it got instead. */
final class Expect {
  private Expect() {}

  static void equal(String what, long expected, long actual) {
    if (expected != actual) {
      throw new IllegalStateException("expected " + what + " " + expected + ", got " + actual);
    }
  }

  static void that(String what, boolean holds) {
    if (!holds) {
      throw new IllegalStateException("expected " + what + ", got the contrary");
    }
  }
}
