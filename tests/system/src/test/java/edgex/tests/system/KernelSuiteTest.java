package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Boots the kernel suite once; each of its lines is a test here. */
@Tag("qemu")
class KernelSuiteTest {
  private static final String PASS = "PASS ";
  private static final String FAIL = "FAIL ";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Fewer cases than this mean that the suite was not there, not that it was fast. */
  private static final int FEWEST_CASES = 500;

  @TestFactory
  List<DynamicTest> kernelSuite() throws Exception {
    String command = "--calls " + Integer.getInteger("edgex.fuzz.calls");
    TargetMachine.Result result = TargetMachine.of("kernel-suite").run(command, LIMIT);
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
    tests.add(summary(result, passed, failed));
    return tests;
  }

  /** The suite came to its end, and all of its lines arrived. */
  private static DynamicTest summary(TargetMachine.Result result, int passed, int failed) {
    String expected = passed + " passed, " + failed + " failed";
    return dynamicTest(
        "the suite ends: " + expected,
        () -> {
          String last = result.console().lines().reduce("", (before, line) -> line);
          assertEquals(expected, last, result.console());
          assertEquals(OptionalInt.of(failed == 0 ? 0 : 1), result.report().exitStatus());
          if (passed + failed < FEWEST_CASES) {
            fail("only " + (passed + failed) + " cases");
          }
        });
  }
}
