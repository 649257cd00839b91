package edgex.bench.peers;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder for work in progress that is deleted on closing, and also if this JVM is told to end.
 */
final class ScratchFolder implements AutoCloseable {
  private final Path path;
  private final Thread cleaner;

  private ScratchFolder(Path path) {
    this.path = path;
    this.cleaner = new Thread(this::deleteQuietly, "delete " + path);
  }

  /** Makes a new folder in PARENT whose name starts with PURPOSE. */
  static ScratchFolder create(Path parent, String purpose) throws IOException {
    ScratchFolder folder = new ScratchFolder(Files.createTempDirectory(parent, purpose));
    ShutdownHooks.add(folder.cleaner);
    return folder;
  }

  Path path() {
    return path;
  }

  /** Deletes what is left of the folder; it may have been moved away as a whole. */
  @Override
  public void close() throws IOException {
    ShutdownHooks.remove(cleaner);
    deleteTree();
  }

  private void deleteQuietly() {
    try {
      deleteTree();
    } catch (IOException leftBehind) {
      System.err.println("cannot delete " + path + ": " + leftBehind);
    }
  }

  private void deleteTree() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
