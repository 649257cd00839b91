package edgex.boot.uefi.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.toolchain.dialect.DialectCheck;
import edgex.toolchain.dialect.SourceCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The loader, its common part included, keeps to the kernel dialect. */
final class DialectTest {
  private static final Path COMMON = Path.of("..", "uefi");

  @Test
  void classesKeepToTheDialect() throws Exception {
    List<Path> classes =
        List.of(Path.of("target", "classes"), COMMON.resolve(Path.of("target", "classes")));
    assertEquals(List.of(), DialectCheck.run(classes, Set.of()));
  }

  @Test
  void sourcesNameTheirTypes() throws Exception {
    Path sources = Path.of("src", "main", "java");
    assertEquals(List.of(), SourceCheck.run(sources));
    assertEquals(List.of(), SourceCheck.run(COMMON.resolve(sources)));
  }
}
