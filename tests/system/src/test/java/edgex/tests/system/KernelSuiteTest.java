package edgex.tests.system;

import edgex.host.machine.MachineOptions.Clock;
import edgex.toolchain.image.Board;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Boots the kernel suite on each architecture, and on one that has several processors with those
 * too; each of its lines is a test here. With one processor the clock counts instructions: what
 * sleeps and what comes first is the same however busy the host is.
 */
@Tag("qemu")
class KernelSuiteTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int FEWEST_CASES = 500;
  private static final int PROCESSORS = 4;

  /** Where the kernel starts the other processors. */
  private static final Set<String> MULTIPROCESSORS = Set.of("x86_64");

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
                SuiteReport.of(machine.run(command, 1, Clock.INSTRUCTIONS, LIMIT), FEWEST_CASES)));
        if (MULTIPROCESSORS.contains(board.architecture())) {
          suites.add(
              DynamicContainer.dynamicContainer(
                  board.architecture() + ", " + PROCESSORS + " processors",
                  SuiteReport.of(
                      machine.run(command, PROCESSORS, Clock.REAL_TIME, LIMIT),
                      FEWEST_CASES + 10)));
        }
      }
    }
    return suites;
  }
}
