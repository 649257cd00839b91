package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DynamicTest;

/** Makes tests of the lines of a suite that ran on target. */
final class SuiteReport {
  private static final String PASS = "PASS ";
  private static final String FAIL = "FAIL ";

  private SuiteReport() {}

  /**
   * A test for each case, and one for the suite's end.
   *
   * @param fewestCases fewer than this mean that the suite was not there, not that it was fast
   */
  static List<DynamicTest> of(TargetMachine.Result result, int fewestCases) {
    List<DynamicTest> tests = new ArrayList<>();
    int passed = 0;
    int failed = 0;
    for (String line : result.console().lines().toList()) {
      if (line.startsWith(PASS)) {
        passed++;
        tests.add(dynamicTest(line.substring(PASS.length()), () -> {}));
      } else if (line.startsWith(FAIL)) {
        failed++;
        tests.add(dynamicTest(line.substring(FAIL.length()), () -> fail(line)));
      }
    }
    tests.add(summary(result, passed, failed, fewestCases));
    return tests;
  }

  /** The suite came to its end, and all of its lines arrived. */
  private static DynamicTest summary(
      TargetMachine.Result result, int passed, int failed, int fewestCases) {
    String expected = passed + " passed, " + failed + " failed";
    return dynamicTest(
        "the suite ends: " + expected,
        () -> {
          String last = result.console().lines().reduce("", (before, line) -> line);
          assertEquals(expected, last, result.console());
          assertEquals(OptionalInt.of(failed == 0 ? 0 : 1), result.report().exitStatus());
          if (passed + failed < fewestCases) {
            fail("only " + (passed + failed) + " cases");
          }
        });
  }
}
