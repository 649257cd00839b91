package edgex.tests.kernel;

import edgex.abi.Errors;
import edgex.runtime.KernelException;

/** What a case expects of the kernel. */
final class Expect {
  private Expect() {}

  /** A number. */
  static void equal(String what, long expected, long actual) {
    if (expected != actual) {
      throw new CaseFailure("expected " + what + " " + expected + ", got " + actual);
    }
  }

  /** A number or a larger one. */
  static void atLeast(String what, long minimum, long actual) {
    if (actual < minimum) {
      throw new CaseFailure("expected at least " + minimum + " " + what + ", got " + actual);
    }
  }

  /** A condition. */
  static void that(String what, boolean holds) {
    if (!holds) {
      throw new CaseFailure("expected " + what + ", got the contrary");
    }
  }

  /** A refusal with this error. */
  static void error(int expected, long actual) {
    if (expected != (int) actual) {
      throw new CaseFailure("expected " + name(expected) + ", got " + name((int) actual));
    }
  }

  /** Success, with a result that is not negative; gives the result. */
  static int success(long actual) {
    if ((int) actual < 0) {
      throw new CaseFailure("expected success, got " + name((int) actual));
    }
    return (int) actual;
  }

  private static String name(int status) {
    if (status >= 0) {
      return status == Errors.NONE ? "success" : "result " + status;
    }
    return KernelException.nameOf(status);
  }
}
