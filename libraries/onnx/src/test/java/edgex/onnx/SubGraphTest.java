package edgex.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.onnx.session.Session;
import edgex.tensor.FloatTensor;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sub-graphs see the values around them, and end where they must. */
class SubGraphTest {
  private static final int BOOL = 9;
  private static final long LIMIT_BYTES = 1 << 20;

  private static byte[] graphAttribute(String name, ModelBuilder graph) {
    return ModelBuilder.message(
        5,
        ModelBuilder.text(1, name),
        ModelBuilder.message(6, graph.graph()),
        ModelBuilder.integer(20, 5));
  }

  /** A Loop that adds {@code x}, a value around it, to its state; it never ends by itself. */
  private static ModelBuilder loop() {
    ModelBuilder body =
        new ModelBuilder()
            .input("i", ModelBuilder.INT64)
            .input("go", BOOL)
            .input("s", ModelBuilder.FLOAT32, 2)
            .output("more", BOOL)
            .output("t", ModelBuilder.FLOAT32, 2)
            .output("seen", ModelBuilder.FLOAT32, 2)
            .node("Identity", "go", "more")
            .node("Add", "s,doubled", "t")
            .node("Identity", "s", "seen");
    return new ModelBuilder()
        .input("n", ModelBuilder.INT64)
        .input("x", ModelBuilder.FLOAT32, 2)
        .output("y", ModelBuilder.FLOAT32, 2)
        .output("history", ModelBuilder.FLOAT32, 0, 2)
        // The body needs this value, so it must be made first, wherever it stands.
        .node("Loop", "n,,x", "y,history", graphAttribute("body", body))
        .node("Add", "x,x", "doubled");
  }

  private static Map<String, Tensor> inputs(long times) {
    return Map.of("n", LongTensor.of(Shape.SCALAR, times), "x", FloatTensor.of(Shape.of(2), 1, 10));
  }

  @Test
  void bodiesReadTheValuesAroundThem() throws ModelFormatException, InferenceException {
    Session session = Session.load(loop().build(), LIMIT_BYTES);
    Map<String, Tensor> outputs = session.run(inputs(3));
    assertEquals(7, outputs.get("y").getDouble(0));
    assertEquals(70, outputs.get("y").getDouble(1));
    Tensor history = outputs.get("history");
    assertEquals(Shape.of(3, 2), history.shape());
    assertEquals(50, history.getDouble(5));
  }

  @Test
  void endlessLoopsFail() throws ModelFormatException {
    Session session = Session.load(loop().build(), Long.MAX_VALUE);
    session.limitNodes(1000);
    assertFails("more than 1000 nodes", session, inputs(Long.MAX_VALUE));
    Session small = Session.load(loop().build(), LIMIT_BYTES);
    assertFails("bytes more", small, inputs(Long.MAX_VALUE));
  }

  private static void assertFails(String message, Session session, Map<String, Tensor> inputs) {
    InferenceException exception =
        assertThrows(InferenceException.class, () -> session.run(inputs));
    assertTrue(exception.getMessage().contains(message), exception.getMessage());
  }

  @Test
  void branchesMustMakeTheSameTypes() {
    ModelBuilder yes = new ModelBuilder().output("a", ModelBuilder.FLOAT32, 2);
    ModelBuilder no = new ModelBuilder().output("b", ModelBuilder.INT64, 2).constant("k", 1, 2);
    ModelBuilder model =
        new ModelBuilder()
            .input("c", BOOL)
            .input("x", ModelBuilder.FLOAT32, 2)
            .output("y", ModelBuilder.FLOAT32, 2)
            .node(
                "If",
                "c",
                "y",
                graphAttribute("then_branch", yes.node("Neg", "x", "a")),
                graphAttribute("else_branch", no.node("Neg", "k", "b")));
    ModelFormatException exception =
        assertThrows(ModelFormatException.class, () -> Session.load(model.build(), LIMIT_BYTES));
    assertTrue(exception.getMessage().contains("different types"), exception.getMessage());
  }

  @Test
  void unknownOperatorsInBodiesAreNamed() {
    ModelBuilder branch =
        new ModelBuilder().output("a", ModelBuilder.FLOAT32, 2).node("Frob", "x", "a");
    ModelBuilder model =
        new ModelBuilder()
            .input("c", BOOL)
            .input("x", ModelBuilder.FLOAT32, 2)
            .output("y", ModelBuilder.FLOAT32, 2)
            .node(
                "If",
                "c",
                "y",
                graphAttribute("then_branch", branch),
                graphAttribute("else_branch", branch));
    ModelFormatException exception =
        assertThrows(ModelFormatException.class, () -> Session.load(model.build(), LIMIT_BYTES));
    assertTrue(
        exception.getMessage().startsWith("operator Frob (opset 13) is not supported"),
        exception.getMessage());
  }
}
