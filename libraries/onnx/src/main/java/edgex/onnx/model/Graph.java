package edgex.onnx.model;

import edgex.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A computation (GraphProto): nodes connected by named values.
 *
 * @param name the graph's name, or empty
 * @param nodes the nodes, in the order of the file
 * @param initializers constant values by name; one that is also an input is only its default
 * @param unsupported names of constants that cannot be used, and why: "element type string"
 * @param inputs the values to be supplied
 * @param outputs the values asked for
 */
public record Graph(
    String name,
    List<Node> nodes,
    Map<String, Tensor> initializers,
    Map<String, String> unsupported,
    List<ValueInfo> inputs,
    List<ValueInfo> outputs) {}
