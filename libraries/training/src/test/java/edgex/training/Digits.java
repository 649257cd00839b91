package edgex.training;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The handwritten digits of the shared test data; tests are skipped if they are not there. */
final class Digits {
  private Digits() {}

  static LabelledPictures read() throws IOException, DatasetFormatException {
    Path project = Path.of("").toAbsolutePath().getParent().getParent();
    String named = System.getenv("EDGEX_SHARED");
    Path folder =
        project.resolve(named == null ? "../shared" : named).resolve("datasets").normalize();
    Path pictures = folder.resolve("mnist10k-dev-images-idx3-ubyte");
    if (!Files.exists(pictures)) {
      System.out.println("skipped: no " + pictures + " (set EDGEX_SHARED)");
    }
    assumeTrue(Files.exists(pictures));
    byte[] labels = Files.readAllBytes(folder.resolve("mnist10k-dev-labels-idx1-ubyte"));
    return LabelledPictures.read(Files.readAllBytes(pictures), labels);
  }
}
