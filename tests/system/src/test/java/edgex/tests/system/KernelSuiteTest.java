package edgex.tests.system;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Boots the kernel suite once; each of its lines is a test here. */
@Tag("qemu")
class KernelSuiteTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int FEWEST_CASES = 500;

  @TestFactory
  List<DynamicTest> kernelSuite() throws Exception {
    String command = "--calls " + Integer.getInteger("edgex.fuzz.calls");
    return SuiteReport.of(TargetMachine.of("kernel-suite").run(command, LIMIT), FEWEST_CASES);
  }
}
