package edgex.tests.userland;

import edgex.runtime.program.ProgramFormatException;
import java.io.IOException;

/**
 * The program. Prints {@code PASS name} or {@code FAIL name: expected X, got Y} for each case, then
 * {@code N passed, N failed}. With an argument it is the other process of a case.
 */
public final class RuntimeSuite {
  private int passed;
  private int failed;

  private RuntimeSuite() {}

  /** One case; it fails by any exception. */
  interface Case {
    void run() throws IOException, ProgramFormatException;
  }

  /** Runs all cases, or the role that the argument names. */
  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      Partner.run(arguments[0]);
      System.exit(0);
    }
    RuntimeSuite suite = new RuntimeSuite();
    ThreadCases.runAll(suite);
    ProcessCases.runAll(suite);
    System.out.println(suite.passed + " passed, " + suite.failed + " failed");
    System.exit(suite.failed == 0 ? 0 : 1);
  }

  /** Runs a case and says how it went. */
  void run(String name, Case body) {
    try {
      body.run();
      passed++;
      System.out.println("PASS " + name);
    } catch (RuntimeException | IOException | ProgramFormatException failure) {
      failed++;
      System.out.println("FAIL " + name + ": " + failure.getMessage());
    }
  }
}
