package edgex.host.cli;

import edgex.host.build.Progress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command works.
 *
 * @param root the repository's folder
 * @param progress where long work is reported
 */
record Workspace(Path root, Progress progress) {
  private static final String ROOT_PROPERTY = "edgex.root";

  /** The repository that the launcher belongs to. */
  static Workspace current() throws UserException {
    Path root = Path.of(System.getProperty(ROOT_PROPERTY, "")).toAbsolutePath().normalize();
    if (!Files.isDirectory(root.resolve("images"))) {
      throw new UserException(root + " is not the EdgeX repository: start this through ./edgex");
    }
    return new Workspace(root, new Progress(System.err));
  }
}
