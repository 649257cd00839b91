package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import edgex.onnx.model.ModelReader;
import edgex.onnx.model.Node;
import edgex.onnx.session.Session;
import edgex.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whole models against the outputs that ONNX Runtime gave. */
class GoldenModelsTest {
  private static final long MEMORY_LIMIT_BYTES = 512L << 20;
  private static final double TOLERANCE = 1e-3;

  @Test
  void everyModelAgreesWithItsGoldenOutputs()
      throws IOException, ModelFormatException, InferenceException, OrtException {
    Path models = SharedData.find("models");
    assumeTrue(models != null);
    List<String> lines = Files.readAllLines(models.resolve("models.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      byte[] model = Files.readAllBytes(models.resolve(fields[1]));
      Map<String, byte[]> files = files(models.resolve("golden").resolve(fields[0]));
      Session session = Session.load(model, MEMORY_LIMIT_BYTES);
      for (int set = 0; files.containsKey("test_data_set_" + set + "/output_0.pb"); set++) {
        String folder = "test_data_set_" + set + "/";
        String problem = CaseRunner.compare(session, files, folder);
        if (problem != null && quantizesItsActivations(model)) {
          assertAgreesWithRuntime(model, session, files, folder);
          problem = null;
        }
        assertNull(problem, fields[0] + ", set " + set);
      }
    }
  }

  /**
   * Where activations are rounded to 8 bits at run time, one that lies between two of them goes to
   * either by the last bit of a sum, and everything after it follows. Golden outputs then hold for
   * one version, one optimization and one processor; without optimizations ONNX Runtime does the
   * same steps as ours.
   */
  private static boolean quantizesItsActivations(byte[] model) throws ModelFormatException {
    for (Node node : ModelReader.read(model).graph().nodes()) {
      if (node.operator().equals("DynamicQuantizeLinear")) {
        return true;
      }
    }
    return false;
  }

  private static void assertAgreesWithRuntime(
      byte[] model, Session session, Map<String, byte[]> files, String folder)
      throws ModelFormatException, InferenceException, OrtException {
    Map<String, Tensor> inputs = CaseRunner.inputs(session, files, folder);
    Map<String, Tensor> expected = OnnxRuntime.run(model, inputs);
    Map<String, Tensor> actual = session.run(inputs);
    assertEquals(expected.keySet(), actual.keySet());
    for (Map.Entry<String, Tensor> output : expected.entrySet()) {
      Tensor own = actual.get(output.getKey());
      assertNull(CaseRunner.difference(output.getValue(), own, TOLERANCE, TOLERANCE));
    }
  }

  /** The models whose weights are a few constants, repeated: ONNX Runtime is their oracle. */
  @Test
  void lightModelsAgreeWithTheRuntime()
      throws IOException, ModelFormatException, InferenceException, OrtException {
    Path folder = SharedData.find("models/light");
    assumeTrue(folder != null);
    List<Path> models;
    try (Stream<Path> paths = Files.list(folder)) {
      models = paths.filter(path -> path.toString().endsWith(".onnx")).sorted().toList();
    }
    assertTrue(!models.isEmpty());
    for (Path path : models) {
      byte[] model = Files.readAllBytes(path);
      Session session = Session.load(model, MEMORY_LIMIT_BYTES);
      Map<String, Tensor> inputs = RandomInputs.of(session);
      Map<String, Tensor> expected = OnnxRuntime.run(model, inputs);
      Map<String, Tensor> actual = session.run(inputs);
      assertEquals(expected.keySet(), actual.keySet());
      expected.forEach(
          (name, tensor) ->
              assertNull(
                  CaseRunner.difference(tensor, actual.get(name)), path.getFileName().toString()));
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
