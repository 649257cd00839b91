package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgex.onnx.model.Model;
import edgex.onnx.model.ModelReader;
import edgex.onnx.model.ModelWriter;
import edgex.onnx.session.Session;
import edgex.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models written again are the same models, to us and to ONNX Runtime. */
class ModelWriterTest {
  @Test
  void modelsComeBackTheSame() throws Exception {
    Path models = SharedData.find("models");
    assumeTrue(models != null);
    List<String> lines = Files.readAllLines(models.resolve("models.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String file = line.split("\t", -1)[1];
      Model model = ModelReader.read(Files.readAllBytes(models.resolve(file)));
      byte[] written = ModelWriter.write(model);
      Model again = ModelReader.read(written);
      assertEquals(model.opsets(), again.opsets(), file);
      assertEquals(model.graph().inputs(), again.graph().inputs(), file);
      assertEquals(model.graph().outputs(), again.graph().outputs(), file);
      assertEquals(model.graph().nodes().size(), again.graph().nodes().size(), file);
      assertArrayEquals(written, ModelWriter.write(again), file);
    }
  }

  @Test
  void theOtherRuntimeReadsThem() throws Exception {
    Path path = SharedData.find("models/mnist.onnx");
    assumeTrue(path != null);
    byte[] file = Files.readAllBytes(path);
    byte[] written = ModelWriter.write(ModelReader.read(file));
    Map<String, Tensor> inputs = RandomInputs.of(Session.load(file, 1 << 24));
    Tensor expected = OnnxRuntime.run(file, inputs).values().iterator().next();
    Tensor actual = OnnxRuntime.run(written, inputs).values().iterator().next();
    assertNull(CaseRunner.difference(expected, actual));
  }

  /** Every operator case of the official ones that is a single node, so every attribute. */
  @Test
  void officialCasesComeBackTheSame() throws Exception {
    Path archive = SharedData.find("onnx-tests/cases.tar.xz");
    assumeTrue(archive != null);
    int written = 0;
    for (Map.Entry<String, Map<String, byte[]>> official : CaseArchive.read(archive).entrySet()) {
      Map<String, byte[]> files = official.getValue();
      try {
        byte[] model = ModelWriter.write(ModelReader.read(files.get("model.onnx")));
        files.put("model.onnx", model);
      } catch (ModelFormatException unsupported) {
        continue;
      }
      written++;
      CaseRunner.Outcome outcome = CaseRunner.run(files);
      assertEquals(
          false, outcome.verdict() == CaseRunner.Verdict.FAILED, official.getKey() + outcome);
    }
    assertEquals(true, written > 1000, written + " written");
  }
}
