package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgex.onnx.model.TensorReader;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Explanation;
import edgex.onnx.session.Session;
import edgex.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said about a run before it, compared with the run. */
class ExplanationTest {
  private static final long LIMIT_BYTES = 512L << 20;

  @Test
  void memoryIsKnownToTheByteBeforeTheFirstRun()
      throws IOException, ModelFormatException, InferenceException {
    Path models = SharedData.find("models");
    assumeTrue(models != null, "the shared models are missing");
    List<String> lines = Files.readAllLines(models.resolve("models.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      Session session = Session.load(Files.readAllBytes(models.resolve(fields[1])), LIMIT_BYTES);
      Map<String, Tensor> inputs =
          inputs(session, models.resolve("golden/" + fields[0] + "/test_data_set_0"));
      Explanation explanation = session.explain(shapesOf(inputs));
      assertTrue(explanation.isExact(), fields[0]);
      assertFalse(explanation.lines().isEmpty());
      session.run(inputs);
      assertEquals(explanation.runBytes(), session.peakBytes(), fields[0]);
      session.run(inputs);
      assertEquals(explanation.runBytes(), session.peakBytes(), fields[0] + " again");
    }
  }

  @Test
  void memoryOfEveryOfficialCaseIsKnownUnlessElementsDecide() throws IOException {
    Path archive = SharedData.find("onnx-tests/cases.tar.xz");
    assumeTrue(archive != null, "the shared cases are missing");
    int exact = 0;
    int open = 0;
    for (Map.Entry<String, Map<String, byte[]>> entry : CaseArchive.read(archive).entrySet()) {
      Map<String, byte[]> files = entry.getValue();
      try {
        Session session = Session.load(files.get("model.onnx"), LIMIT_BYTES);
        Map<String, Tensor> inputs = new HashMap<>();
        int index = 0;
        for (ValueInfo input : session.inputs()) {
          byte[] file = files.get("test_data_set_0/input_" + index++ + ".pb");
          inputs.put(input.name(), TensorReader.read(file).tensor());
        }
        Explanation explanation = session.explain(inputs);
        session.run(inputs);
        if (explanation.isExact()) {
          assertEquals(explanation.runBytes(), session.peakBytes(), entry.getKey());
        }
        exact += explanation.isExact() ? 1 : 0;
        open += explanation.isExact() ? 0 : 1;
      } catch (ModelFormatException | InferenceException unsupported) {
        // OfficialCasesTest judges what is supported.
      }
    }
    assertTrue(exact > 10 * open, exact + " known, " + open + " not");
  }

  private static Map<String, Tensor> inputs(Session session, Path folder)
      throws IOException, ModelFormatException {
    Map<String, Tensor> inputs = new HashMap<>();
    int index = 0;
    for (ValueInfo input : session.inputs()) {
      byte[] file = Files.readAllBytes(folder.resolve("input_" + index++ + ".pb"));
      inputs.put(input.name(), TensorReader.read(file).tensor());
    }
    return inputs;
  }

  /** The inputs with nothing but their shapes, unless they are numbers that decide on others. */
  private static Map<String, Tensor> shapesOf(Map<String, Tensor> inputs) {
    Map<String, Tensor> shapes = new HashMap<>();
    inputs.forEach(
        (name, tensor) ->
            shapes.put(
                name,
                tensor.type().isFloatingPoint()
                    ? Session.unknownInput(tensor.type(), tensor.shape())
                    : tensor));
    return shapes;
  }
}
