package edgex.onnx.session;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The values that a node takes: its inputs, and what its sub-graphs read of the graph around. */
final class FreeNames {
  private FreeNames() {}

  /** Names of the values that must exist before the node can run. */
  static Set<String> of(Node node) {
    Set<String> names = new LinkedHashSet<>();
    for (String input : node.inputs()) {
      if (!input.isEmpty()) {
        names.add(input);
      }
    }
    for (Attribute attribute : node.attributes().values()) {
      if (attribute instanceof Attribute.SubGraph graph) {
        names.addAll(of(graph.value()));
      }
    }
    return names;
  }

  private static Set<String> of(Graph graph) {
    Set<String> own = new HashSet<>(graph.initializers().keySet());
    Set<String> names = new LinkedHashSet<>();
    for (ValueInfo input : graph.inputs()) {
      own.add(input.name());
    }
    for (Node node : graph.nodes()) {
      own.addAll(node.outputs());
      names.addAll(of(node));
    }
    for (ValueInfo output : graph.outputs()) {
      names.add(output.name());
    }
    names.removeAll(own);
    return names;
  }
}
