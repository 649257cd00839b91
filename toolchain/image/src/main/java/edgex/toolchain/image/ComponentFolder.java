package edgex.toolchain.image;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of a driver, service or application that an image names. */
final class ComponentFolder {
  static final String FILE = "component.toml";

  private ComponentFolder() {}

  /** The folder that the key {@code from} names, such as {@code drivers/uart-16550}. */
  static Path find(Path root, TomlSection section) throws ImageException {
    String from = section.requiredString("from");
    Path folder = root.resolve(from).normalize();
    if (!folder.startsWith(root) || !Files.isRegularFile(folder.resolve(FILE))) {
      throw section.failure("from", "no component in '" + from + "': it has no " + FILE);
    }
    return folder;
  }
}
