package edgex.toolchain.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything generated from {@code declarations/} is compared with {@code golden/}, so that each
 * change of what is generated shows in review. {@code -Dedgex.golden=write} rewrites the golden
 * files.
 */
final class GoldenFileTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  @TempDir Path folder;

  @Test
  void whatIsGeneratedEqualsTheGoldenFiles() throws IOException {
    Path golden = RESOURCES.resolve("golden");
    Compilation compilation =
        Compilation.of(
            folder, read(RESOURCES.resolve("declarations")).values().toArray(new String[0]));
    assertEquals("", String.join("\n", compilation.errors()));
    if ("write".equals(System.getProperty("edgex.golden"))) {
      write(golden, compilation.outputs());
    }
    Map<String, String> expected = read(golden);
    assertEquals(expected.keySet(), compilation.outputs().keySet());
    for (var output : compilation.outputs().entrySet()) {
      assertEquals(expected.get(output.getKey()), output.getValue(), output.getKey());
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readString(path));
      }
    }
    return files;
  }

  private static void write(Path golden, Map<String, String> outputs) throws IOException {
    for (var output : outputs.entrySet()) {
      Path file = golden.resolve(output.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, output.getValue());
    }
  }
}
