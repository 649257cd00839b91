package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whole models against the outputs that ONNX Runtime gave: all that load must agree. */
class GoldenModelsTest {
  @Test
  void everySupportedModelAgreesWithItsGoldenOutputs() throws IOException {
    Path models = SharedData.find("models");
    assumeTrue(models != null);
    List<String> lines = Files.readAllLines(models.resolve("models.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      Map<String, byte[]> files = files(models.resolve("golden").resolve(fields[0]));
      files.put("model.onnx", Files.readAllBytes(models.resolve(fields[1])));
      CaseRunner.Outcome outcome = CaseRunner.run(files);
      System.out.println("model " + fields[0] + ": " + outcome);
      if (outcome.verdict() != CaseRunner.Verdict.UNSUPPORTED || fields[0].equals("mnist")) {
        assertEquals(CaseRunner.Verdict.PASSED, outcome.verdict(), outcome.toString());
      }
    }
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
