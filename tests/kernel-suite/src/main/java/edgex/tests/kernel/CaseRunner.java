package edgex.tests.kernel;

import edgex.tests.harness.SerialLine;

/** Runs cases one by one and tells how each went, in a line. */
final class CaseRunner {
  /**
   * The suite's own heap may grow in the middle of a case, which looks like a leak once. A case
   * that leaks does so each time.
   */
  private static final int ATTEMPTS = 3;

  private final SerialLine output;
  private int passed;
  private int failed;

  CaseRunner(SerialLine output) {
    this.output = output;
  }

  /** Runs a case. */
  void run(TestCase testCase) {
    String problem = attempt(testCase);
    if (problem.isEmpty()) {
      passed++;
      output.print("PASS " + testCase.name() + "\n");
    } else {
      failed++;
      output.print("FAIL " + testCase.name() + ": " + problem + "\n");
    }
  }

  private static String attempt(TestCase testCase) {
    String leak = "";
    for (int i = 0; i < ATTEMPTS; i++) {
      Census before = Census.take();
      String problem = body(testCase);
      if (!problem.isEmpty()) {
        return problem;
      }
      leak = Census.take().growthSince(before);
      if (leak.isEmpty()) {
        return "";
      }
    }
    return "expected everything to be given back, got " + leak;
  }

  private static String body(TestCase testCase) {
    Scope scope = new Scope();
    try {
      testCase.body().run(scope);
      return "";
    } catch (CaseFailure failure) {
      return failure.getMessage();
    } catch (RuntimeException failure) {
      return "expected no exception, got " + failure;
    } finally {
      scope.close();
    }
  }

  /** Tells how many cases passed and failed; the exit status. */
  int summarize() {
    output.print(passed + " passed, " + failed + " failed\n");
    return failed == 0 ? 0 : 1;
  }
}
