package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OrtException;
import edgex.onnx.session.Explanation;
import edgex.onnx.session.Session;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the optimizer makes of small graphs, and that they compute what ONNX Runtime does. */
class OptimizerTest {
  private static final long LIMIT_BYTES = 1 << 22;
  private static final long[] ONE = {};

  private final Random random = new Random(11);

  private float[] numbers(int count) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = (float) random.nextGaussian();
    }
    return values;
  }

  /** A model with an input of that shape called x, and an output y. */
  private static ModelBuilder model(long... shape) {
    return new ModelBuilder().input("x", ModelBuilder.FLOAT32, shape).opset(17);
  }

  private void assertBecomes(List<String> operators, ModelBuilder model, int... shape)
      throws ModelFormatException, InferenceException, OrtException {
    byte[] file = model.build();
    Session session = Session.load(file, LIMIT_BYTES);
    Shape inputShape = Shape.of(shape);
    Tensor input = FloatTensor.of(inputShape, numbers(inputShape.elementCount()));
    Map<String, Tensor> inputs = Map.of("x", input);
    List<String> actual = new ArrayList<>();
    for (Explanation.Line line : session.explain(inputs).lines()) {
      actual.add(line.operator());
    }
    assertEquals(operators, actual);
    Tensor expected = OnnxRuntime.run(file, inputs).get("y");
    for (int run = 0; run < 2; run++) {
      assertClose(expected, session.run(inputs).get("y"));
    }
  }

  private static void assertClose(Tensor expected, Tensor actual) {
    assertEquals(expected.shape(), actual.shape());
    for (int index = 0; index < expected.elementCount(); index++) {
      double value = expected.getDouble(index);
      assertEquals(value, actual.getDouble(index), 1e-5 + 1e-3 * Math.abs(value));
    }
  }

  @Test
  void aConvolutionTakesInNormalizationAndActivation()
      throws ModelFormatException, InferenceException, OrtException {
    ModelBuilder model =
        model(1, 3, 7, 9)
            .output("y", ModelBuilder.FLOAT32, 1, 5, 5, 7)
            .floats("w", new long[] {5, 3, 3, 3}, numbers(135))
            .floats("scale", new long[] {5}, numbers(5))
            .floats("shift", new long[] {5}, numbers(5))
            .floats("mean", new long[] {5}, numbers(5))
            .floats("variance", new long[] {5}, 1, 2, 0.5f, 3, 1)
            .node("Conv", "x,w", "c")
            .node("BatchNormalization", "c,scale,shift,mean,variance", "n")
            .node("Relu", "n", "y");
    assertBecomes(List.of("edgex.Convolution"), model, 1, 3, 7, 9);
  }

  @Test
  void aConvolutionTakesInAnotherTensorAndHardSwish()
      throws ModelFormatException, InferenceException, OrtException {
    ModelBuilder model =
        model(1, 4, 6, 6)
            .output("y", ModelBuilder.FLOAT32, 1, 4, 6, 6)
            .floats("w", new long[] {4, 1, 3, 3}, numbers(36))
            .floats("b", new long[] {4}, numbers(4))
            .floats("three", ONE, 3)
            .floats("zero", ONE, 0)
            .floats("six", ONE, 6)
            .node(
                "Conv",
                "x,w,b",
                "c",
                ModelBuilder.attribute("group", 4),
                ModelBuilder.attributes("pads", 1, 1, 1, 1))
            .node("Add", "c,x", "s")
            .node("Add", "s,three", "a")
            .node("Clip", "a,zero,six", "k")
            .node("Mul", "s,k", "m")
            .node("Div", "m,six", "y");
    assertBecomes(List.of("edgex.Convolution"), model, 1, 4, 6, 6);
  }

  @Test
  void aConvolutionTakesInFactorsPerChannel()
      throws ModelFormatException, InferenceException, OrtException {
    ModelBuilder model =
        model(2, 2, 8, 8)
            .output("y", ModelBuilder.FLOAT32, 2, 3, 4, 4)
            .floats("w", new long[] {3, 2, 1, 1}, numbers(6))
            .floats("factor", new long[] {1, 3, 1, 1}, numbers(3))
            .floats("summand", new long[] {3, 1, 1}, numbers(3))
            .floats("half", ONE, 0.5f)
            .node("Conv", "x,w", "c", ModelBuilder.attributes("strides", 2, 2))
            .node("Mul", "c,factor", "m")
            .node("Sub", "m,summand", "s")
            .node("Sigmoid", "s", "a")
            .node("Mul", "a,half", "y");
    assertBecomes(List.of("edgex.Convolution"), model, 2, 2, 8, 8);
  }

  @Test
  void aProductTakesInBiasAndActivation()
      throws ModelFormatException, InferenceException, OrtException {
    ModelBuilder model =
        model(3, 5)
            .output("y", ModelBuilder.FLOAT32, 3, 7)
            .floats("w", new long[] {5, 7}, numbers(35))
            .floats("b", new long[] {7}, numbers(7))
            .node("MatMul", "x,w", "p")
            .node("Add", "p,b", "s")
            .node("Tanh", "s", "y");
    assertBecomes(List.of("edgex.MatMul"), model, 3, 5);
  }

  @Test
  void theGaussianUnitIsOneNode() throws ModelFormatException, InferenceException, OrtException {
    ModelBuilder model =
        model(4, 33)
            .output("y", ModelBuilder.FLOAT32, 4, 33)
            .floats("root", ONE, (float) Math.sqrt(2))
            .floats("one", ONE, 1)
            .floats("half", ONE, 0.5f)
            .node("Div", "x,root", "d")
            .node("Erf", "d", "e")
            .node("Add", "e,one", "a")
            .node("Mul", "x,a", "m")
            .node("Mul", "m,half", "y");
    assertBecomes(List.of("edgex.Activate"), model, 4, 33);
  }

  @Test
  void layerNormalizationIsOneNode() throws ModelFormatException, InferenceException, OrtException {
    byte[] last = ModelBuilder.attributes("axes", -1);
    ModelBuilder model =
        model(3, 20)
            .output("y", ModelBuilder.FLOAT32, 3, 20)
            .floats("two", ONE, 2)
            .floats("epsilon", ONE, 1e-6f)
            .floats("scale", new long[] {20}, numbers(20))
            .floats("shift", new long[] {20}, numbers(20))
            .node("ReduceMean", "x", "mean", last)
            .node("Sub", "x,mean", "s")
            .node("Pow", "s,two", "square")
            .node("ReduceMean", "square", "variance", last)
            .node("Add", "variance,epsilon", "sum")
            .node("Sqrt", "sum", "root")
            .node("Div", "s,root", "d")
            .node("Mul", "d,scale", "m")
            .node("Add", "m,shift", "y");
    assertBecomes(List.of("edgex.Normalize"), model, 3, 20);
  }

  @Test
  void aProductOfBytesIsOneNode() throws ModelFormatException, InferenceException, OrtException {
    int[] weights = new int[32];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = random.nextInt(256);
    }
    ModelBuilder model =
        model(3, 8)
            .output("y", ModelBuilder.FLOAT32, 3, 4)
            .bytes("w", new long[] {8, 4}, weights)
            .bytes("zero", ONE, 120)
            .floats("scale", ONE, 0.02f)
            .floats("bias", new long[] {4}, numbers(4))
            .node("DynamicQuantizeLinear", "x", "q,qs,qz")
            .node("MatMulInteger", "q,w,qz,zero", "p")
            .node("Cast", "p", "f", ModelBuilder.attribute("to", 1))
            .node("Mul", "qs,scale", "scales")
            .node("Mul", "f,scales", "m")
            .node("Add", "m,bias", "y");
    assertBecomes(List.of("edgex.ByteMatMul"), model, 3, 8);
  }

  @Test
  void whatFollowsFromConstantsIsWorkedOut()
      throws ModelFormatException, InferenceException, OrtException {
    ModelBuilder model =
        model(2, 6)
            .output("y", ModelBuilder.FLOAT32, 3, 4)
            .constant("rows", 3)
            .constant("columns", 2)
            .node("Add", "columns,columns", "four")
            .node("Concat", "rows,four", "shape", ModelBuilder.attribute("axis", 0))
            .node("Identity", "x", "same")
            .node("Reshape", "same,shape", "y");
    assertBecomes(List.of("Reshape"), model, 2, 6);
  }

  @Test
  void defaultsOfInputsAreConstantsUnlessTheCallerWantsToGiveThem()
      throws ModelFormatException, InferenceException {
    byte[] file =
        model(2)
            .input("summand", ModelBuilder.FLOAT32, 2)
            .output("y", ModelBuilder.FLOAT32, 2)
            .floats("summand", new long[] {2}, 10, 20)
            .node("Add", "x,summand", "y")
            .build();
    Tensor x = FloatTensor.of(Shape.of(2), 1, 2);
    Tensor summand = FloatTensor.of(Shape.of(2), 5, 5);
    Session fixed = Session.load(file, LIMIT_BYTES);
    assertEquals(22, fixed.run(Map.of("x", x)).get("y").getDouble(1));
    assertThrows(InferenceException.class, () -> fixed.run(Map.of("x", x, "summand", summand)));
    Session open = Session.loadWithDefaults(file, LIMIT_BYTES);
    assertEquals(22, open.run(Map.of("x", x)).get("y").getDouble(1));
    assertEquals(7, open.run(Map.of("x", x, "summand", summand)).get("y").getDouble(1));
  }

  @Test
  void bodiesUseTheConstantsAroundThem()
      throws ModelFormatException, InferenceException, OrtException {
    ModelBuilder yes =
        new ModelBuilder()
            .output("t", ModelBuilder.FLOAT32, 1, 2, 4)
            .node("Add", "w,w", "doubled")
            .node("Conv", "x,doubled", "c")
            .node("Relu", "c", "t");
    ModelBuilder no =
        new ModelBuilder().output("e", ModelBuilder.FLOAT32, 1, 2, 4).node("Conv", "x,w", "e");
    ModelBuilder model =
        model(1, 2, 4)
            .output("y", ModelBuilder.FLOAT32, 1, 2, 4)
            .floats("w", new long[] {2, 2, 1}, numbers(4))
            .floats("zero", ONE, 0)
            .node("ReduceMax", "x", "largest", ModelBuilder.attribute("keepdims", 0))
            .node("Greater", "largest,zero", "positive")
            .node("If", "positive", "y", body("then_branch", yes), body("else_branch", no));
    assertBecomes(List.of("ReduceMax", "Greater", "If"), model, 1, 2, 4);
  }

  private static byte[] body(String name, ModelBuilder graph) {
    return ModelBuilder.message(
        5,
        ModelBuilder.text(1, name),
        ModelBuilder.message(6, graph.raw(ModelBuilder.text(2, name)).graph()),
        ModelBuilder.integer(20, 5));
  }
}
