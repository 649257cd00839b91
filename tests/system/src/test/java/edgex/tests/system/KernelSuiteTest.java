package edgex.tests.system;

import edgex.host.machine.MachineOptions;
import edgex.toolchain.image.Board;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Boots the kernel suite once on each architecture; each of its lines is a test here. The clock
 * counts instructions: what sleeps and what comes first is the same however busy the host is.
 */
@Tag("qemu")
class KernelSuiteTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int FEWEST_CASES = 500;

  @TestFactory
  List<DynamicContainer> kernelSuite() throws Exception {
    String command = "--calls " + Integer.getInteger("edgex.fuzz.calls");
    List<DynamicContainer> suites = new ArrayList<>();
    for (Board board : TargetMachine.boards()) {
      if (board.usual()) {
        TargetMachine machine = TargetMachine.of("kernel-suite", board);
        suites.add(
            DynamicContainer.dynamicContainer(
                board.architecture(),
                SuiteReport.of(
                    machine.run(command, LIMIT, MachineOptions.Clock.INSTRUCTIONS), FEWEST_CASES)));
      }
    }
    return suites;
  }
}
