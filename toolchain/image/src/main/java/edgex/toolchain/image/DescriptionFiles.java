package edgex.toolchain.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders {@code boards/} and {@code images/}: one TOML file for each name. */
final class DescriptionFiles {
  private static final String SUFFIX = ".toml";

  private DescriptionFiles() {}

  /** True if the name cannot lead out of its folder. */
  static boolean isPlainName(String name) {
    return name.matches("[a-z0-9][a-z0-9-]*");
  }

  /** The names in a folder, sorted. */
  static List<String> names(Path folder) throws ImageException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new ImageException(folder + " cannot be read: " + missing, missing);
    }
  }

  /** The names in a folder, for a message. */
  static String list(Path folder) throws ImageException {
    return String.join(", ", names(folder));
  }
}
