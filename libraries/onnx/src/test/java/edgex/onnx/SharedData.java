package edgex.onnx;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the public test data lies: EDGEX_SHARED, or ../shared beside the project. */
final class SharedData {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();

  private SharedData() {}

  static Path project() {
    return PROJECT;
  }

  static Path folder() {
    String named = System.getenv("EDGEX_SHARED");
    if (named == null) {
      return PROJECT.resolve("../shared").normalize();
    }
    Path path = Path.of(named);
    return path.isAbsolute() ? path : PROJECT.resolve(path).normalize();
  }

  /** The file or folder below the data folder, or null, with a word about it, if there is none. */
  static Path find(String relative) {
    Path path = folder().resolve(relative);
    if (Files.exists(path)) {
      return path;
    }
    System.out.println("skipped: no " + path + " (set EDGEX_SHARED)");
    return null;
  }
}
