package edgex.host.cli;

import edgex.host.build.DiskErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder below {@code build/run} that is gone when the run is over. */
final class RunFolder implements AutoCloseable {
  private final Path path;
  private final Thread cleaner;

  private RunFolder(Path path) {
    this.path = path;
    this.cleaner = new Thread(() -> delete(path), "run-folder-cleaner");
  }

  /** Makes a new folder. */
  static RunFolder create(Path root) throws UserException {
    try {
      Path parent = Files.createDirectories(root.resolve("build/run"));
      RunFolder folder = new RunFolder(Files.createTempDirectory(parent, "run"));
      Runtime.getRuntime().addShutdownHook(folder.cleaner);
      return folder;
    } catch (IOException cause) {
      throw new UserException(DiskErrors.explain(cause));
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    delete(path);
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException gone) {
      // Whatever is left is below build/, which "./edgex clean" empties.
    }
  }
}
