package edgex.host.model;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Attribute;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.operator.StandardOperators;
import edgex.onnx.session.Session;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces nodes that compute the same whatever the input by their results, so that weights are
 * constants; constants that are inputs with a default stop being inputs.
 */
final class ConstantNodes {
  private static final long MEMORY_LIMIT_BYTES = 4L << 30;

  /** Operators that move or name numbers; others may round, and are left alone. */
  private static final Set<String> FOLDED =
      Set.of("Reshape", "Transpose", "Identity", "Squeeze", "Unsqueeze", "Flatten");

  private ConstantNodes() {}

  /** The model without them. */
  static Model fold(Model model) throws ModelFormatException, InferenceException {
    Graph graph = model.graph();
    Map<String, Tensor> constants = new LinkedHashMap<>(graph.initializers());
    // Elements are asked for one by one from here on: they leave the file once.
    constants.replaceAll((name, value) -> value.resident());
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      boolean isConstant =
          node.domain().isEmpty()
              && (FOLDED.contains(node.operator()) || hasValue(node))
              && node.outputs().size() == 1
              && constants.keySet().containsAll(node.inputs())
              && !isOutput(graph, node.outputs().get(0));
      if (isConstant) {
        constants.put(node.outputs().get(0), evaluate(model, node, constants).resident());
      } else {
        nodes.add(node);
      }
    }
    List<ValueInfo> inputs = new ArrayList<>();
    for (ValueInfo input : graph.inputs()) {
      if (!graph.initializers().containsKey(input.name())) {
        inputs.add(input);
      }
    }
    return with(model, nodes, used(nodes, graph, constants), inputs);
  }

  /** Whether it is a Constant whose value is a tensor. */
  private static boolean hasValue(Node node) {
    return node.operator().equals("Constant")
        && node.attributes().get("value") instanceof Attribute.Constant;
  }

  private static boolean isOutput(Graph graph, String name) {
    return graph.outputs().stream().anyMatch(output -> output.name().equals(name));
  }

  private static Tensor evaluate(Model model, Node node, Map<String, Tensor> constants)
      throws ModelFormatException, InferenceException {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    for (String input : node.inputs()) {
      inputs.put(input, constants.get(input));
    }
    if (node.attributes().get("value") instanceof Attribute.Constant constant) {
      return constant.value();
    }
    ElementType type = inputs.get(node.inputs().get(0)).type();
    ValueInfo output = new ValueInfo(node.outputs().get(0), type, null, null);
    Graph alone = new Graph("", List.of(node), inputs, Map.of(), List.of(), List.of(output));
    Model single = new Model(model.irVersion(), model.producer(), model.opsets(), alone);
    return Session.evaluate(single, StandardOperators.table(), MEMORY_LIMIT_BYTES)
        .get(output.name());
  }

  /** The constants that something reads. */
  static Map<String, Tensor> used(List<Node> nodes, Graph graph, Map<String, Tensor> constants) {
    Set<String> names = new HashSet<>();
    for (Node node : nodes) {
      names.addAll(node.inputs());
      if (node.attributes().values().stream().anyMatch(Attribute.SubGraph.class::isInstance)) {
        // Sub-graphs may read any of them.
        return constants;
      }
    }
    graph.outputs().forEach(output -> names.add(output.name()));
    Map<String, Tensor> used = new LinkedHashMap<>(constants);
    used.keySet().retainAll(names);
    return used;
  }

  static Model with(
      Model model, List<Node> nodes, Map<String, Tensor> constants, List<ValueInfo> inputs) {
    Graph graph = model.graph();
    return new Model(
        model.irVersion(),
        model.producer(),
        model.opsets(),
        new Graph(graph.name(), nodes, constants, graph.unsupported(), inputs, graph.outputs()));
  }
}
