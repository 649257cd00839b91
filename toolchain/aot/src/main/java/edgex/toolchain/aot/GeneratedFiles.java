package edgex.toolchain.aot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that holds exactly the generated files; unchanged ones are left alone. */
final class GeneratedFiles {
  private GeneratedFiles() {}

  /** Makes {@code folder} hold {@code files} and nothing else. */
  static void synchronize(Path folder, Map<String, byte[]> files) throws IOException {
    Set<Path> wanted = new HashSet<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      wanted.add(path);
      writeIfChanged(path, file.getValue());
    }
    for (Path path : regularFiles(folder)) {
      if (!wanted.contains(path)) {
        Files.delete(path);
      }
    }
  }

  /** Writes text unless the file already holds it. */
  static void writeIfChanged(Path path, String text) throws IOException {
    writeIfChanged(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeIfChanged(Path path, byte[] contents) throws IOException {
    if (Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), contents)) {
      return;
    }
    Files.createDirectories(path.getParent());
    Files.write(path, contents);
  }

  /** All regular files under a folder, sorted; none when there is no folder. */
  static List<Path> regularFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> files = new ArrayList<>(paths.filter(Files::isRegularFile).toList());
      files.sort(null);
      return files;
    }
  }
}
