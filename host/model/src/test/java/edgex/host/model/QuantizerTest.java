package edgex.host.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.ModelReader;
import edgex.onnx.model.ModelWriter;
import edgex.onnx.session.Session;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.UpdateRule;
import edgex.training.LabelledPictures;
import edgex.training.Network;
import edgex.training.NetworkExport;
import edgex.training.Networks;
import edgex.training.Trainer;
import edgex.training.TrainingPlan;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models in 8 bits decide as before, here and in ONNX Runtime. */
class QuantizerTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Path MNIST = PROJECT.resolve("images/models/mnist.onnx");

  private static Path shared(String relative) {
    String named = System.getenv("EDGEX_SHARED");
    Path path = PROJECT.resolve(named == null ? "../shared" : named).resolve(relative).normalize();
    if (!Files.exists(path)) {
      System.out.println("skipped: no " + path + " (set EDGEX_SHARED)");
    }
    assumeTrue(Files.exists(path));
    return path;
  }

  private static SamplePictures digits(Model model, int count) throws Exception {
    return SamplePictures.ofDataSet(
        model,
        shared("datasets/mnist10k-dev-images-idx3-ubyte"),
        shared("datasets/mnist10k-dev-labels-idx1-ubyte"),
        count);
  }

  private static Model read(Path file) throws IOException, ModelFormatException {
    return ModelReader.read(Files.readAllBytes(file));
  }

  /** ONNX Runtime with the whole model as it is written: no products in integers. */
  private static float[] otherRuntime(byte[] model, Map<String, Tensor> inputs)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map.Entry<String, Tensor> input = inputs.entrySet().iterator().next();
    FloatTensor values = (FloatTensor) input.getValue();
    long[] shape = new long[values.shape().rank()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = values.shape().dimension(axis);
    }
    FloatBuffer buffer =
        FloatBuffer.wrap(values.values(), values.offset(), values.elementCount()).slice();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      try (OrtSession session = environment.createSession(model, options);
          OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer, shape);
          OrtSession.Result result = session.run(Map.of(input.getKey(), tensor))) {
        FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] numbers = new float[output.remaining()];
        output.get(numbers);
        return numbers;
      }
    }
  }

  @Test
  void digitsAreToldAsWellAsBefore() throws Exception {
    Model model = read(MNIST);
    SamplePictures digits = digits(model, 400);
    Model quantized = Quantizer.quantize(model, digits.range(0, 100).inputs());
    Comparison comparison = Comparison.of(model, quantized, digits.range(100, 400));
    assertEquals(300, comparison.samples());
    assertTrue(comparison.firstRight() > 285, comparison.toString());
    assertTrue(comparison.secondRight() >= comparison.firstRight() - 3, comparison.toString());
    assertTrue(comparison.equal() >= 294, comparison.toString());
    byte[] file = ModelWriter.write(quantized);
    assertTrue(file.length < 0.5 * Files.size(MNIST), file.length + " bytes");
    Session session = Session.load(file, 1 << 26);
    for (Map<String, Tensor> input : digits.range(0, 20).inputs()) {
      Tensor own = session.run(input).values().iterator().next();
      float[] other = otherRuntime(file, input);
      float largest = 0;
      for (float number : other) {
        largest = Math.max(largest, Math.abs(number));
      }
      for (int index = 0; index < other.length; index++) {
        // A value between two steps may go to either.
        assertEquals(other[index], own.getDouble(index), 0.02 * largest);
      }
    }
  }

  /** Operator set 13: a scale for each output channel. */
  @Test
  void aTrainedNetworkIsQuantizedByChannel() throws Exception {
    LabelledPictures data =
        LabelledPictures.read(
            Files.readAllBytes(shared("datasets/mnist10k-dev-images-idx3-ubyte")),
            Files.readAllBytes(shared("datasets/mnist10k-dev-labels-idx1-ubyte")));
    Network network = Networks.perceptron(data.pictureShape(), 32, 10, 3);
    TrainingPlan plan = new TrainingPlan(UpdateRule.momentum(0.9, 1, 0), 0.03, 32, 3);
    Trainer trainer = new Trainer(network, data.range(0, 3000), plan);
    while (trainer.epoch() < 2) {
      trainer.step();
    }
    byte[] file = NetworkExport.write(network);
    Model model = ModelReader.read(file);
    SamplePictures digits = digits(model, 500);
    Model quantized = Quantizer.quantize(model, digits.range(0, 100).inputs());
    assertTrue(
        quantized.graph().initializers().values().stream()
            .anyMatch(constant -> constant.shape().equals(Shape.of(32))));
    Comparison comparison = Comparison.of(model, quantized, digits.range(100, 500));
    assertTrue(comparison.equal() >= 0.98 * comparison.samples(), comparison.toString());
    assertTrue(ModelWriter.write(quantized).length < 0.3 * file.length);
  }

  @Test
  void squeezeNetIsAQuarterAndDecidesAlike() throws Exception {
    Path path = shared("models/squeezenet1.1_fp32_from_fp16.onnx");
    Model model = read(path);
    SamplePictures pictures = SamplePictures.ofFolder(model, PROJECT.resolve("images/samples"), 3);
    Model quantized = Quantizer.quantize(model, pictures.inputs());
    assertTrue(ModelWriter.write(quantized).length < 0.3 * Files.size(path));
    // Digits are nothing that it knows: its first class wins by little, so it has to be near.
    Session before = Session.load(Files.readAllBytes(path), 1L << 30);
    Session after = Session.load(ModelWriter.write(quantized), 1L << 30);
    for (Map<String, Tensor> input : pictures.inputs()) {
      Tensor expected = before.run(input).values().iterator().next();
      Tensor actual = after.run(input).values().iterator().next();
      int best = 0;
      for (int index = 0; index < expected.elementCount(); index++) {
        best = expected.compare(index, best) > 0 ? index : best;
      }
      int better = 0;
      for (int index = 0; index < actual.elementCount(); index++) {
        better += actual.compare(index, best) > 0 ? 1 : 0;
      }
      assertTrue(better < 3, better + " classes went before");
    }
  }

  @Test
  void modelsWithNothingToQuantizeAreRefused() throws Exception {
    Model model = read(MNIST);
    Graph graph = model.graph();
    Graph empty = new Graph("", List.of(), Map.of(), Map.of(), graph.inputs(), graph.outputs());
    Model nothing = new Model(7, "", Map.of("", 13L), empty);
    assertThrows(ModelFormatException.class, () -> Quantizer.quantize(nothing, List.of(Map.of())));
    Model old = new Model(3, "", Map.of("", 6L), graph);
    assertThrows(ModelFormatException.class, () -> Quantizer.quantize(old, List.of(Map.of())));
  }

  @Test
  void contentsAreCounted() throws Exception {
    List<String> lines = Contents.of(read(MNIST));
    assertTrue(lines.contains("input\tInput3\tfloat32 1x1x28x28"), lines.toString());
    assertTrue(lines.contains("operator\tConv\t2"), lines.toString());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("constants\tfloat32\t")));
  }
}
