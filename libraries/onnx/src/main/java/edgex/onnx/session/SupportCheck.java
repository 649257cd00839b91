package edgex.onnx.session;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Attribute;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.OperatorTable;
import java.util.HashMap;
import java.util.Map;

/**
 * Says which operator keeps a model from running, before anything else is said about it: one that
 * is not known, or one that takes or makes values of a kind that is not supported.
 */
final class SupportCheck {
  private final Model model;
  private final OperatorTable operators;

  SupportCheck(Model model, OperatorTable operators) {
    this.model = model;
    this.operators = operators;
  }

  void check(Graph graph) throws ModelFormatException {
    Map<String, String> unsupported = new HashMap<>(graph.unsupported());
    for (ValueInfo input : graph.inputs()) {
      note(input, unsupported);
    }
    for (ValueInfo output : graph.outputs()) {
      note(output, unsupported);
    }
    for (Node node : graph.nodes()) {
      operators.requireKnown(node, model.opsets());
      check(node, unsupported);
      for (Attribute attribute : node.attributes().values()) {
        if (attribute instanceof Attribute.SubGraph body) {
          check(body.value());
        }
      }
    }
    for (Map.Entry<String, String> value : unsupported.entrySet()) {
      throw new ModelFormatException(
          value.getValue() + " is not supported (value '" + value.getKey() + "')");
    }
  }

  private static void note(ValueInfo value, Map<String, String> unsupported) {
    if (value.unsupported() != null) {
      unsupported.put(value.name(), value.unsupported());
    }
  }

  private void check(Node node, Map<String, String> unsupported) throws ModelFormatException {
    for (String name : node.inputs()) {
      refuse(node, unsupported.get(name));
    }
    for (String name : node.outputs()) {
      refuse(node, unsupported.get(name));
    }
  }

  private void refuse(Node node, String kind) throws ModelFormatException {
    if (kind != null) {
      throw new ModelFormatException(
          "operator "
              + NodeContext.operatorText(node, model.opsets().get(node.domain()))
              + " is not supported for "
              + kind);
    }
  }
}
