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

/** NIST's ACVP vectors: every folder that is there, by the algorithm it names. */
final class AcvpVectorsTest {
  @TestFactory
  List<DynamicTest> serverVectors() throws IOException {
    return testsOf("acvp");
  }

  @TestFactory
  List<DynamicTest> statefulHashVectors() throws IOException {
    return testsOf("kat/LMS");
  }

  private static List<DynamicTest> testsOf(String relative) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> folders = Files.list(SharedVectors.folder(relative))) {
      for (Path folder : folders.sorted().toList()) {
        tests.addAll(testsOf(folder));
      }
    }
    return tests;
  }

  private static List<DynamicTest> testsOf(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    VectorRunner runner = AcvpRunners.find(name);
    if (runner == null) {
      return List.of(VectorFiles.skipped(name, "no such algorithm here"));
    }
    Path prompt = folder.resolve("prompt.json");
    Path results = folder.resolve("expectedResults.json");
    Path projection = folder.resolve("internalProjection.json");
    List<DynamicTest> tests = new ArrayList<>();
    if (Files.exists(prompt) && Files.exists(results)) {
      JsonObject answers = VectorFiles.read(results);
      tests.addAll(
          VectorFiles.tests(name, VectorFiles.joined(VectorFiles.read(prompt), answers), runner));
    } else if (!Files.exists(projection)) {
      return List.of(VectorFiles.skipped(name, "the vectors have no answers or no questions"));
    }
    if (Files.exists(projection)) {
      List<TestCase> cases = VectorFiles.cases(VectorFiles.read(projection));
      tests.addAll(VectorFiles.tests(name + " projection", cases, runner));
    }
    return tests;
  }
}
