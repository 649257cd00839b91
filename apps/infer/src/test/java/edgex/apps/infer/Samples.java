package edgex.apps.infer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The model and the pictures that the image ships, and the shared test data. */
final class Samples {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();
  static final Path MODEL = PROJECT.resolve("images/models/mnist.onnx");
  static final Path FOLDER = PROJECT.resolve("images/samples");

  private Samples() {}

  static List<Path> pictures() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  /** A file of the shared test data (EDGEX_SHARED, or ../shared beside the project), or null. */
  static Path shared(String relative) {
    String named = System.getenv("EDGEX_SHARED");
    Path path = PROJECT.resolve(named == null ? "../shared" : named).resolve(relative).normalize();
    if (Files.exists(path)) {
      return path;
    }
    System.out.println("skipped: no " + path + " (set EDGEX_SHARED)");
    return null;
  }
}
