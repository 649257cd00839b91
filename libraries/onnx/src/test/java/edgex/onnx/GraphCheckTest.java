package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.onnx.session.Session;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a model is said when it is loaded, with an input when it is run. */
class GraphCheckTest {
  private static final long LIMIT_BYTES = 1 << 20;

  private static ModelBuilder model() {
    return new ModelBuilder()
        .input("x", ModelBuilder.FLOAT32, 2, 3)
        .output("y", ModelBuilder.FLOAT32, 2, 3);
  }

  private static void assertRefused(String message, ModelBuilder model) {
    ModelFormatException exception =
        assertThrows(ModelFormatException.class, () -> Session.load(model.build(), LIMIT_BYTES));
    assertTrue(exception.getMessage().contains(message), exception.getMessage());
  }

  private static void assertRunFails(String message, ModelBuilder model, Map<String, Tensor> inputs)
      throws ModelFormatException {
    Session session = Session.load(model.build(), LIMIT_BYTES);
    InferenceException exception =
        assertThrows(InferenceException.class, () -> session.run(inputs));
    assertTrue(exception.getMessage().contains(message), exception.getMessage());
  }

  private static Tensor zeros(int... dimensions) {
    return Tensor.allocate(ElementType.FLOAT32, Shape.of(dimensions));
  }

  @Test
  void nodesRunInTheOrderOfTheirValues() throws ModelFormatException, InferenceException {
    byte[] file =
        model().node("Neg", "b", "y").node("Add", "a,x", "b").node("Relu", "x", "a").build();
    FloatTensor input = FloatTensor.of(Shape.of(2, 3), -1, 5, 1, 2, -3, 4);
    Tensor result = Session.load(file, LIMIT_BYTES).run(Map.of("x", input)).get("y");
    double[] expected = {1, -10, -2, -4, 3, -8};
    for (int index = 0; index < expected.length; index++) {
      assertEquals(expected[index], result.getDouble(index));
    }
  }

  @Test
  void unknownOperatorsAndVersionsAreNamed() {
    assertRefused("operator Frob (opset 13) is not supported", model().node("Frob", "x", "y"));
    assertRefused(
        "operator Relu (opset 999) is not supported", model().opset(999).node("Relu", "x", "y"));
    assertRefused(
        "operator HardSwish (opset 13) is not supported", model().node("HardSwish", "x", "y"));
  }

  @Test
  void badNodesAreRefused() {
    assertRefused("cannot take 2 inputs", model().node("Relu", "x,x", "y"));
    assertRefused("cannot make 2 outputs", model().node("Relu", "x", "y,z"));
    assertRefused("input 0 must not be left out", model().node("Relu", "", "y"));
    assertRefused(
        "attribute 'depth' is unknown",
        model().node("Relu", "x", "y", ModelBuilder.attribute("depth", 1)));
    assertRefused(
        "attribute 'alpha' must be a floating-point number",
        model().node("Elu", "x", "y", ModelBuilder.attribute("alpha", 1)));
    assertRefused("of element type int64", model().constant("k", 1).node("Exp", "k", "y"));
    assertRefused("of element type int64", model().constant("k", 1).node("Add", "x,k", "y"));
  }

  @Test
  void badGraphsAreRefused() {
    assertRefused("takes 'z', which no node makes", model().node("Relu", "z", "y"));
    assertRefused("no node makes the output 'y'", model().node("Relu", "x", "z"));
    assertRefused("the graph has a cycle", model().node("Add", "x,b", "a").node("Relu", "a", "b"));
    assertRefused("the graph has a cycle", model().node("Relu", "y", "y"));
    assertRefused("made more than once", model().node("Relu", "x", "y").node("Neg", "x", "y"));
    assertRefused("made more than once", model().node("Relu", "x", "x"));
    assertRefused(
        "two inputs are called 'x'",
        model().input("x", ModelBuilder.FLOAT32, 1).node("Relu", "x", "y"));
    assertRefused("is declared float32 but is int64", model().node("Shape", "x", "y"));
    assertRefused(
        "the graph has no output", new ModelBuilder().input("x", ModelBuilder.FLOAT32, 1));
    assertRefused(
        "element type string is not supported", model().input("s", ModelBuilder.STRING, 1));
  }

  @Test
  void deepNestingIsRefused() {
    byte[] graph = new byte[0];
    for (int depth = 0; depth < 20_000; depth++) {
      graph = nest(graph);
      if (graph.length > 100_000) {
        break;
      }
    }
    assertRefused("nested deeper", model().raw(ModelBuilder.message(1, attribute(graph))));
  }

  private static byte[] attribute(byte[] graph) {
    return ModelBuilder.message(5, ModelBuilder.message(6, graph), ModelBuilder.integer(20, 5));
  }

  private static byte[] nest(byte[] graph) {
    return ModelBuilder.message(1, attribute(graph));
  }

  @Test
  void tensorsWithoutTheirElementsAreRefused() {
    byte[] huge =
        ModelBuilder.message(
            5,
            ModelBuilder.integer(1, 1 << 30),
            ModelBuilder.integer(2, ModelBuilder.FLOAT32),
            ModelBuilder.text(8, "w"));
    assertRefused("needs 1073741824 elements but has 0", model().raw(huge));
    byte[] overflowing =
        ModelBuilder.message(
            5,
            ModelBuilder.integer(1, 1 << 30),
            ModelBuilder.integer(1, 1 << 30),
            ModelBuilder.integer(2, ModelBuilder.FLOAT32),
            ModelBuilder.text(8, "w"));
    assertRefused("too many elements", model().raw(overflowing));
  }

  @Test
  void inputsMustFitTheirDeclaration() throws ModelFormatException {
    ModelBuilder relu = model().node("Relu", "x", "y");
    assertRunFails("input 'x' is missing", relu, Map.of());
    assertRunFails("but the model takes float32 2x3", relu, Map.of("x", zeros(3, 2)));
    assertRunFails("no input 'z'", relu, Map.of("x", zeros(2, 3), "z", zeros(1)));
  }

  @Test
  void runsFailForTheirValuesAndMemory() throws ModelFormatException {
    Map<String, Tensor> input = Map.of("x", zeros(2, 3));
    assertRunFails(
        "Reshape node making 'y': cannot give shape 5 to a tensor of 2x3",
        model().constant("s", 5).node("Reshape", "x,s", "y"),
        input);
    ModelBuilder large =
        new ModelBuilder()
            .input("x", ModelBuilder.FLOAT32, 600, 1)
            .input("z", ModelBuilder.FLOAT32, 1, 600)
            .output("y", ModelBuilder.FLOAT32, 600, 600)
            .node("Add", "x,z", "y");
    assertRunFails("bytes more", large, Map.of("x", zeros(600, 1), "z", zeros(1, 600)));
  }

  @Test
  void integerDivisionByZeroFailsTheRun() throws ModelFormatException {
    ModelBuilder division =
        new ModelBuilder()
            .constant("a", 1, 2)
            .constant("b", 1, 0)
            .output("q", ModelBuilder.INT64, 2)
            .node("Div", "a,b", "q");
    assertRunFails("integer division by zero", division, Map.of());
  }

  @Test
  void slicesStayInsideTheirInput() throws ModelFormatException, InferenceException {
    ModelBuilder twice =
        new ModelBuilder()
            .constant("a", 1, 2, 3, 4)
            .constant("s", 0, 0)
            .constant("e", 4, 4)
            .constant("t", 2, 3)
            .output("y", ModelBuilder.INT64, 2)
            .node("Slice", "a,s,e,s,t", "y");
    assertRunFails("axis 0 is sliced twice", twice, Map.of());
    ModelBuilder empty =
        new ModelBuilder()
            .constant("a")
            .constant("s", 5)
            .constant("e", -100)
            .constant("zero", 0)
            .constant("t", -1)
            .output("y", ModelBuilder.INT64, 1)
            .node("Slice", "a,s,e,zero,t", "y");
    Session session = Session.load(empty.build(), LIMIT_BYTES);
    assertEquals(Shape.of(0), session.run(Map.of()).get("y").shape());
  }

  @Test
  void memoryOfDeadValuesIsFreeAgain() throws ModelFormatException, InferenceException {
    ModelBuilder chain =
        new ModelBuilder()
            .input("v0", ModelBuilder.FLOAT32, 100_000)
            .output("v50", ModelBuilder.FLOAT32, 100_000);
    for (int link = 0; link < 50; link++) {
      chain.node("Neg", "v" + link, "v" + (link + 1));
    }
    // Fifty values of 400 kB, of which two live at a time, fit into one MiB.
    Session session = Session.load(chain.build(), LIMIT_BYTES);
    assertEquals(1, session.run(Map.of("v0", zeros(100_000))).size());
  }
}
