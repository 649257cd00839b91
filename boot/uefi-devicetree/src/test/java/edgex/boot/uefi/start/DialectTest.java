package edgex.boot.uefi.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.toolchain.dialect.DialectCheck;
import edgex.toolchain.dialect.SourceCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The loader for machines with a device tree keeps to the kernel dialect. */
final class DialectTest {
  private static final Path CLASSES = Path.of("target", "classes");

  @Test
  void theModuleKeepsToTheDialect() throws Exception {
    List<Path> classes = List.of(CLASSES, Path.of("..", "uefi").resolve(CLASSES));
    assertEquals(List.of(), DialectCheck.run(classes, Set.of()));
    assertEquals(List.of(), SourceCheck.run(Path.of("src", "main", "java")));
  }
}
