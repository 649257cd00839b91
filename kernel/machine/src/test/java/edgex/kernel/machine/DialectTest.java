package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.toolchain.dialect.DialectCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The descriptions keep to the language that is compiled for it as written. */
final class DialectTest {
  @Test
  void descriptionsAreInKernelDialect() throws IOException {
    assertEquals(List.of(), DialectCheck.run(List.of(Path.of("target", "classes")), Set.of()));
  }
}
