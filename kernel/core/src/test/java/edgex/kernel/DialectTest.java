package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.toolchain.dialect.DialectCheck;
import edgex.toolchain.dialect.SourceCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The kernel keeps to the language that is compiled for it as written. */
class DialectTest {
  @Test
  void kernelIsInKernelDialect() throws IOException {
    assertEquals(List.of(), DialectCheck.run(List.of(Path.of("target", "classes")), Set.of()));
  }

  @Test
  void sourcesNameTheirTypes() throws Exception {
    assertEquals(List.of(), SourceCheck.run(Path.of("src", "main", "java")));
  }
}
