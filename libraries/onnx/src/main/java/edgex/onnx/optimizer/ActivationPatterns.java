package edgex.onnx.optimizer;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Node;
import edgex.tensor.kernel.Activation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds functions that files write as several nodes:
 *
 * <pre>
 *   hard swish   x * Clip(x + 3, 0, 6) / 6
 *   GELU         x * (Erf(x / sqrt 2) + 1) * 0.5
 * </pre>
 */
final class ActivationPatterns {
  private static final float TOLERANCE = 1e-5f;

  private final GraphEditor graph;

  ActivationPatterns(GraphEditor graph) {
    this.graph = graph;
  }

  void run() {
    for (Node node : graph.nodes()) {
      if (graph.contains(node) && node.domain().isEmpty()) {
        if (node.operator().equals("Div")) {
          hardSwish(node);
        } else if (node.operator().equals("Mul")) {
          gelu(node);
        }
      }
    }
  }

  private void hardSwish(Node divide) {
    Node multiply = privateProducer(divide.inputs().get(0), "Mul");
    if (multiply == null || !is(divide.inputs().get(1), 6)) {
      return;
    }
    for (int side = 0; side < 2; side++) {
      String x = multiply.inputs().get(side);
      Node clip = privateProducer(multiply.inputs().get(1 - side), "Clip");
      FusedActivation limits = clip == null ? null : FusedActivation.of(clip, graph);
      if (limits != null && limits.parameters()[0] == 0 && limits.parameters()[1] == 6) {
        Node add = privateProducer(clip.inputs().get(0), "Add");
        if (add != null && add.inputs().get(0).equals(x) && is(add.inputs().get(1), 3)) {
          replace(List.of(add, clip, multiply, divide), x, Activation.HARD_SWISH, 1f / 6, 0.5f);
          return;
        }
      }
    }
  }

  private void gelu(Node half) {
    Node multiply = privateProducer(half.inputs().get(0), "Mul");
    if (multiply == null || !is(half.inputs().get(1), 0.5f)) {
      return;
    }
    String x = multiply.inputs().get(0);
    Node add = privateProducer(multiply.inputs().get(1), "Add");
    Node erf = add == null ? null : privateProducer(add.inputs().get(0), "Erf");
    Node divide = erf == null ? null : privateProducer(erf.inputs().get(0), "Div");
    if (divide != null
        && is(add.inputs().get(1), 1)
        && divide.inputs().get(0).equals(x)
        && is(divide.inputs().get(1), (float) Math.sqrt(2))) {
      replace(List.of(divide, erf, add, multiply, half), x, Activation.GELU, 0, 0);
    }
  }

  private Node privateProducer(String value, String operator) {
    return graph.isPrivate(value) ? graph.producer(value, operator) : null;
  }

  private boolean is(String name, float expected) {
    Float value = graph.scalar(name);
    return value != null && Math.abs(value - expected) <= TOLERANCE * Math.abs(expected);
  }

  private void replace(List<Node> old, String x, Activation activation, float a, float b) {
    Node last = old.get(old.size() - 1);
    Map<String, Attribute> attributes = new HashMap<>();
    FusedActivation.of(activation, a, b).write(attributes);
    graph.replace(
        old,
        new Node(
            last.name(), Optimizer.DOMAIN, "Activate", List.of(x), last.outputs(), attributes));
  }
}
