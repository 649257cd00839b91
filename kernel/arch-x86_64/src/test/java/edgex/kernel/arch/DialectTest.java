package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.toolchain.dialect.DialectCheck;
import edgex.toolchain.dialect.SourceCheck;
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
            "edgex.kernel.arch.StartInformation.heapEnd",
            "edgex.kernel.arch.SecondaryCpus.begin",
            "edgex.kernel.arch.Trap.systemCall",
            "edgex.kernel.arch.Trap.enter",
            "edgex.kernel.arch.FatalError.exception",
            "edgex.kernel.arch.FatalError.failure");
    assertEquals(List.of(), DialectCheck.run(List.of(Path.of("target", "classes")), exports));
  }

  @Test
  void sourcesNameTheirTypes() throws Exception {
    assertEquals(List.of(), SourceCheck.run(Path.of("src", "main", "java")));
  }
}
