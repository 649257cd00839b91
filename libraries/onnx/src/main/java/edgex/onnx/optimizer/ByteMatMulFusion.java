package edgex.onnx.optimizer;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Node;
import edgex.tensor.ByteTensor;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one node of a product whose left factor is quantised when it runs: DynamicQuantizeLinear,
 * MatMulInteger, Cast, Mul by both scales, and the addition of a bias.
 */
final class ByteMatMulFusion {
  private static final long FLOAT = 1;

  private final GraphEditor graph;

  ByteMatMulFusion(GraphEditor graph) {
    this.graph = graph;
  }

  void run() {
    for (Node node : graph.nodes()) {
      if (graph.contains(node)
          && node.domain().isEmpty()
          && node.operator().equals("MatMulInteger")
          && node.inputs().size() == 4) {
        match(node);
      }
    }
  }

  private void match(Node product) {
    Node quantize = graph.producer(product.inputs().get(0), "DynamicQuantizeLinear");
    Tensor weights = graph.constant(product.inputs().get(1));
    Tensor zero = graph.constant(product.inputs().get(3));
    Node cast = graph.onlyConsumer(product.outputs().get(0));
    boolean begins =
        quantize != null
            && quantize.outputs().size() == 3
            && quantize.outputs().get(2).equals(product.inputs().get(2))
            && weights instanceof ByteTensor
            && weights.shape().rank() == 2
            && zero != null
            && isUniform(zero.resident())
            && isCastToFloat(cast);
    Node multiply = begins ? graph.onlyConsumer(cast.outputs().get(0)) : null;
    if (multiply == null || !multiply.operator().equals("Mul")) {
      return;
    }
    int columns = weights.shape().dimension(1);
    FloatTensor scales = scales(multiply, cast.outputs().get(0), quantize.outputs().get(1));
    if (scales == null || (scales.elementCount() != 1 && scales.elementCount() != columns)) {
      return;
    }
    List<Node> chain = new ArrayList<>(List.of(product, cast, multiply));
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("weights", new Attribute.Constant(weights));
    attributes.put("zero", new Attribute.Whole(zero.getLong(0)));
    attributes.put("scales", new Attribute.Constant(scales));
    addBias(chain, attributes, columns);
    Node last = chain.get(chain.size() - 1);
    graph.replace(
        chain,
        new Node(
            product.name(),
            Optimizer.DOMAIN,
            "ByteMatMul",
            List.of(quantize.inputs().get(0)),
            last.outputs(),
            attributes));
  }

  /** Whether there is one zero point for all columns, however often the file says it. */
  private static boolean isUniform(Tensor zero) {
    for (int index = 1; index < zero.elementCount(); index++) {
      if (zero.getLong(index) != zero.getLong(0)) {
        return false;
      }
    }
    return zero.elementCount() > 0;
  }

  private static boolean isCastToFloat(Node node) {
    return node != null
        && node.operator().equals("Cast")
        && node.attributes().get("to") instanceof Attribute.Whole to
        && to.value() == FLOAT;
  }

  /** The constant scales of the right factor, from the product of both. */
  private FloatTensor scales(Node multiply, String cast, String leftScale) {
    String first = multiply.inputs().get(0);
    Node both = graph.producer(first.equals(cast) ? multiply.inputs().get(1) : first, "Mul");
    if (both == null || !both.inputs().contains(leftScale)) {
      return null;
    }
    String one = both.inputs().get(0);
    return graph.floats(one.equals(leftScale) ? both.inputs().get(1) : one);
  }

  private void addBias(List<Node> chain, Map<String, Attribute> attributes, int columns) {
    String output = chain.get(chain.size() - 1).outputs().get(0);
    Node add = graph.onlyConsumer(output);
    if (add != null && add.operator().equals("Add")) {
      String first = add.inputs().get(0);
      FloatTensor bias = graph.floats(first.equals(output) ? add.inputs().get(1) : first);
      if (bias != null && bias.shape().equals(Shape.of(columns))) {
        attributes.put("bias", new Attribute.Constant(bias));
        chain.add(add);
      }
    }
  }
}
