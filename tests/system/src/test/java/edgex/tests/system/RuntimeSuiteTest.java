package edgex.tests.system;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Runs the suite of the user runtime in the guest; each of its lines is a test here. */
@Tag("qemu")
@Tag("shell")
class RuntimeSuiteTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int FEWEST_CASES = 16;

  @TestFactory
  List<DynamicTest> runtimeSuite() throws Exception {
    TargetMachine machine = TargetMachine.of("userland-suite");
    return SuiteReport.of(machine.run("runtime-suite", LIMIT), FEWEST_CASES);
  }
}
