package edgex.crypto.vectors;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vectors of C2SP Wycheproof: every file that is there, by the algorithm it names. */
final class WycheproofVectorsTest {
  @TestFactory
  List<DynamicTest> files() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(SharedVectors.folder("wycheproof"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        JsonObject content = VectorFiles.read(file);
        VectorRunner runner = WycheproofRunners.find(content.get("algorithm").getAsString());
        if (runner == null) {
          tests.add(VectorFiles.skipped(name, "no such algorithm here"));
        } else {
          tests.addAll(VectorFiles.tests(name, VectorFiles.cases(content), runner));
        }
      }
    }
    return tests;
  }
}
