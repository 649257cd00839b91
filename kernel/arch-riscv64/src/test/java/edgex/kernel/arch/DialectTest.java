package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.toolchain.dialect.DialectCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** This module keeps to the kernel dialect. */
final class DialectTest {
  @Test
  void classesKeepToTheDialect() throws Exception {
    Set<String> exports =
        Set.of(
            "edgex.kernel.arch.Start.heapEnd",
            "edgex.kernel.arch.Trap.systemCall",
            "edgex.kernel.arch.Trap.enter",
            "edgex.kernel.arch.Trap.wake",
            "edgex.kernel.arch.FatalError.exception",
            "edgex.kernel.arch.FatalError.failure");
    assertEquals(List.of(), DialectCheck.run(List.of(Path.of("target", "classes")), exports));
  }
}
