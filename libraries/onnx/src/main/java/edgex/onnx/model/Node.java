package edgex.onnx.model;

import java.util.List;
import java.util.Map;

/**
 * One use of an operator (NodeProto).
 *
 * @param name the node's name, or empty
 * @param domain who defined the operator; "" is ONNX itself
 * @param operator the operator's name
 * @param inputs names of the values it takes; an empty name is an optional input left out
 * @param outputs names of the values it makes; an empty name is an optional output left out
 * @param attributes constant parameters by name
 */
public record Node(
    String name,
    String domain,
    String operator,
    List<String> inputs,
    List<String> outputs,
    Map<String, Attribute> attributes) {

  /** The node as a message names it: operator, and name or first output where there is one. */
  public String label() {
    if (!name.isEmpty()) {
      return operator + " node '" + name + "'";
    }
    return outputs.isEmpty()
        ? operator + " node"
        : operator + " node making '" + outputs.get(0) + "'";
  }
}
