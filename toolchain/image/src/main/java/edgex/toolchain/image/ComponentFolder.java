package edgex.toolchain.image;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of a driver, service or application that an image names. */
final class ComponentFolder {
  static final String FILE = "component.toml";

  private ComponentFolder() {}

  /** The folder that the key {@code from} names, such as {@code drivers/uart-16550}. */
  static Path find(Path root, TomlSection section) throws ImageException {
    return find(root, section, "from", section.requiredString("from"));
  }

  /** The folder of that path, which a key of the section stands for. */
  static Path find(Path root, TomlSection section, String key, String from) throws ImageException {
    Path folder = root.resolve(from).normalize();
    if (!folder.startsWith(root) || !Files.isRegularFile(folder.resolve(FILE))) {
      throw section.failure(key, "no component in '" + from + "': it has no " + FILE);
    }
    return folder;
  }
}
