package edgex.onnx.session;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Attribute;
import edgex.onnx.model.Node;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The operators of a model's nodes, each made once: checking the model as it is given makes them,
 * and what the optimizer leaves as it was takes them over. A node with sub-graphs is made anew,
 * since its sub-graphs are bound to the program around them.
 */
final class MadeOperators {
  private final OperatorTable table;
  private final IdentityHashMap<Node, Operator> made = new IdentityHashMap<>();

  MadeOperators(OperatorTable table) {
    this.table = table;
  }

  OperatorTable table() {
    return table;
  }

  /** The operator of a node, made now unless it was made before. */
  Operator of(Node node, Map<String, Long> opsets, OperatorTable.Bodies bodies)
      throws ModelFormatException {
    Operator known = made.get(node);
    if (known != null) {
      return known;
    }
    Operator operator = table.create(node, opsets, bodies);
    if (!hasSubGraph(node)) {
      made.put(node, operator);
    }
    return operator;
  }

  private static boolean hasSubGraph(Node node) {
    for (Attribute attribute : node.attributes().values()) {
      if (attribute instanceof Attribute.SubGraph) {
        return true;
      }
    }
    return false;
  }
}
