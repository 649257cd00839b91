package edgex.onnx.optimizer;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Node;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes products with a constant matrix on the right use packed weights, and takes in a bias and an
 * activation that follow: MatMul, and Gemm whose factors are 1.
 */
final class MatMulFusion {
  private final GraphEditor graph;

  MatMulFusion(GraphEditor graph) {
    this.graph = graph;
  }

  void run() {
    for (Node node : graph.nodes()) {
      if (graph.contains(node) && node.domain().isEmpty()) {
        if (node.operator().equals("MatMul")) {
          fuse(node, false, null);
        } else if (node.operator().equals("Gemm") && isPlain(node)) {
          boolean hasBias = node.inputs().size() > 2 && !node.inputs().get(2).isEmpty();
          FloatTensor bias = hasBias ? graph.floats(node.inputs().get(2)) : null;
          if (!hasBias || (bias != null && bias.shape().rank() == 1)) {
            fuse(node, flag(node, "transB"), bias);
          }
        }
      }
    }
  }

  private static boolean isPlain(Node node) {
    return !flag(node, "transA")
        && (node.attributes().get("alpha") instanceof Attribute.Real a ? a.value() == 1 : true)
        && (node.attributes().get("beta") instanceof Attribute.Real b ? b.value() == 1 : true);
  }

  private static boolean flag(Node node, String name) {
    return node.attributes().get(name) instanceof Attribute.Whole whole && whole.value() != 0;
  }

  private void fuse(Node node, boolean transposed, FloatTensor givenBias) {
    FloatTensor weights = graph.floats(node.inputs().get(1));
    if (weights == null || weights.shape().rank() != 2) {
      return;
    }
    int columns = weights.shape().dimension(transposed ? 0 : 1);
    FloatTensor bias = givenBias;
    if (bias != null && bias.elementCount() != columns) {
      return;
    }
    List<Node> chain = new ArrayList<>(List.of(node));
    String output = node.outputs().get(0);
    Node next = graph.onlyConsumer(output);
    if (bias == null && next != null && next.operator().equals("Add")) {
      String first = next.inputs().get(0);
      String other = first.equals(output) ? next.inputs().get(1) : first;
      FloatTensor summand = graph.floats(other);
      if (summand != null && summand.shape().equals(Shape.of(columns))) {
        bias = summand;
        chain.add(next);
        output = next.outputs().get(0);
        next = graph.onlyConsumer(output);
      }
    }
    FusedActivation activation = next == null ? null : FusedActivation.of(next, graph);
    if (activation != null) {
      chain.add(next);
      output = next.outputs().get(0);
    }
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("weights", new Attribute.Constant(weights));
    attributes.put("transposed", new Attribute.Whole(transposed ? 1 : 0));
    if (bias != null) {
      attributes.put("bias", new Attribute.Constant(bias));
    }
    (activation == null ? FusedActivation.none() : activation).write(attributes);
    graph.replace(
        chain,
        new Node(
            node.name(),
            Optimizer.DOMAIN,
            "MatMul",
            List.of(node.inputs().get(0)),
            List.of(output),
            attributes));
  }
}
