package edgex.onnx.optimizer;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Node;
import edgex.tensor.FloatTensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds layer normalisation over the last axis that a file writes as nine nodes: {@code s = x -
 * mean(x)}, then {@code s / sqrt(mean(s^2) + epsilon) * scale + shift}.
 */
final class NormalizationPattern {
  private final GraphEditor graph;

  NormalizationPattern(GraphEditor graph) {
    this.graph = graph;
  }

  void run() {
    for (Node node : graph.nodes()) {
      if (graph.contains(node) && node.domain().isEmpty() && node.operator().equals("Add")) {
        match(node);
      }
    }
  }

  private void match(Node shift) {
    Node scale = privateProducer(shift.inputs().get(0), "Mul");
    Node divide = scale == null ? null : privateProducer(scale.inputs().get(0), "Div");
    Node root = divide == null ? null : privateProducer(divide.inputs().get(1), "Sqrt");
    Node add = root == null ? null : privateProducer(root.inputs().get(0), "Add");
    Node variance = add == null ? null : privateProducer(add.inputs().get(0), "ReduceMean");
    Node square = variance == null ? null : privateProducer(variance.inputs().get(0), "Pow");
    if (square == null) {
      return;
    }
    Node subtract = graph.producer(divide.inputs().get(0), "Sub");
    Node mean = subtract == null ? null : privateProducer(subtract.inputs().get(1), "ReduceMean");
    FloatTensor factors = graph.floats(scale.inputs().get(1));
    FloatTensor summands = graph.floats(shift.inputs().get(1));
    Float epsilon = graph.scalar(add.inputs().get(1));
    Float exponent = graph.scalar(square.inputs().get(1));
    boolean fits =
        mean != null
            && factors != null
            && summands != null
            && epsilon != null
            && exponent != null
            && exponent == 2
            && factors.shape().rank() == 1
            && factors.shape().equals(summands.shape())
            && square.inputs().get(0).equals(subtract.outputs().get(0))
            && graph.consumers(subtract.outputs().get(0)).size() == 2
            && graph.isInner(subtract.outputs().get(0))
            && mean.inputs().get(0).equals(subtract.inputs().get(0))
            && isOverLastAxis(mean)
            && isOverLastAxis(variance);
    if (fits) {
      Map<String, Attribute> attributes = new HashMap<>();
      attributes.put("scale", new Attribute.Constant(factors));
      attributes.put("shift", new Attribute.Constant(summands));
      attributes.put("epsilon", new Attribute.Real(epsilon));
      graph.replace(
          List.of(mean, subtract, square, variance, add, root, divide, scale, shift),
          new Node(
              shift.name(),
              Optimizer.DOMAIN,
              "Normalize",
              List.of(mean.inputs().get(0)),
              shift.outputs(),
              attributes));
    }
  }

  private Node privateProducer(String value, String operator) {
    return graph.isPrivate(value) ? graph.producer(value, operator) : null;
  }

  private static boolean isOverLastAxis(Node node) {
    boolean keeps =
        !(node.attributes().get("keepdims") instanceof Attribute.Whole keep) || keep.value() == 1;
    return keeps
        && node.attributes().get("axes") instanceof Attribute.Wholes axes
        && axes.values().elementCount() == 1
        && axes.values().getLong(0) == -1;
  }
}
