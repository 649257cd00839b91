package edgex.onnx.optimizer;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.operator.OperatorTable;
import edgex.onnx.session.Session;
import edgex.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out nodes of which all inputs are constant, and removes those that only pass a value on. A
 * table of quantised numbers stays quantised: what a Gather takes of it is expanded afterwards.
 */
final class ConstantFolding {
  /** Results differ from run to run, or only the caller knows whether they may be folded. */
  private static final Set<String> NOT_CONSTANT =
      Set.of(
          "RandomNormal",
          "RandomNormalLike",
          "RandomUniform",
          "RandomUniformLike",
          "Multinomial",
          "Bernoulli",
          "If",
          "Loop",
          "Scan",
          "Dropout");

  /** Most bytes that one folded node may make out of smaller inputs. */
  private static final long MOST_BYTES = 64L << 20;

  /** From this size on, quantised tables are left alone. */
  private static final int LARGE_ELEMENTS = 1 << 16;

  private final GraphEditor graph;
  private final Model model;
  private final OperatorTable operators;

  ConstantFolding(GraphEditor graph, Model model, OperatorTable operators) {
    this.graph = graph;
    this.model = model;
    this.operators = operators;
  }

  void run() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Node node : graph.nodes()) {
        changed |= graph.contains(node) && (fold(node) || passOn(node) || gatherFirst(node));
      }
    }
  }

  private boolean fold(Node node) {
    if (!node.domain().isEmpty()
        || NOT_CONSTANT.contains(node.operator())
        || node.outputs().size() != 1) {
      return false;
    }
    Map<String, Tensor> constants = new HashMap<>();
    for (String input : node.inputs()) {
      if (!input.isEmpty()) {
        Tensor constant = graph.constant(input);
        if (constant == null || isLargeTable(node, constant)) {
          return false;
        }
        constants.put(input, constant);
      }
    }
    Attribute value = node.attributes().get("value");
    if (node.operator().equals("Constant") && value instanceof Attribute.Constant constant) {
      graph.replaceByConstant(node, constant.value());
      return true;
    }
    Tensor result = evaluate(node, constants);
    if (result == null) {
      return false;
    }
    graph.replaceByConstant(node, result);
    return true;
  }

  private static boolean isLargeTable(Node node, Tensor constant) {
    return node.operator().equals("DequantizeLinear") && constant.elementCount() > LARGE_ELEMENTS;
  }

  /** What the node makes, or null if it cannot run: the error is then told where it runs. */
  private Tensor evaluate(Node node, Map<String, Tensor> constants) {
    String output = node.outputs().get(0);
    Graph alone =
        new Graph(
            "",
            List.of(node),
            constants,
            Map.of(),
            List.of(),
            List.of(new ValueInfo(output, null, null, null)));
    try {
      Model single = new Model(model.irVersion(), model.producer(), model.opsets(), alone);
      return Session.evaluate(single, operators, MOST_BYTES).get(output);
    } catch (edgex.onnx.ModelFormatException | edgex.onnx.InferenceException cannotRun) {
      return null;
    }
  }

  private boolean passOn(Node node) {
    boolean passes =
        node.operator().equals("Identity")
            || (node.operator().equals("Dropout") && node.inputs().size() == 1);
    String output = node.outputs().get(0);
    if (!passes || !node.domain().isEmpty() || !graph.isInner(output)) {
      return false;
    }
    for (String mask : node.outputs().subList(1, node.outputs().size())) {
      if (!graph.isInner(mask) || !graph.consumers(mask).isEmpty()) {
        return false;
      }
    }
    graph.redirect(node, output, node.inputs().get(0));
    return true;
  }

  /** Swaps a Gather with the expansion of its table, where one scale holds for all of it. */
  private boolean gatherFirst(Node gather) {
    if (!gather.operator().equals("Gather") || !gather.domain().isEmpty()) {
      return false;
    }
    Node expand = graph.producer(gather.inputs().get(0), "DequantizeLinear");
    if (expand == null
        || graph.constant(expand.inputs().get(0)) == null
        || graph.scalar(expand.inputs().get(1)) == null
        || !graph.isPrivate(expand.outputs().get(0))) {
      return false;
    }
    String taken = gather.outputs().get(0) + "/quantized";
    List<String> from = List.of(expand.inputs().get(0), gather.inputs().get(1));
    List<String> scaled = new java.util.ArrayList<>(expand.inputs());
    scaled.set(0, taken);
    graph.replace(
        List.of(gather),
        new Node(
            expand.name(), "", "DequantizeLinear", scaled, gather.outputs(), expand.attributes()));
    graph.replace(
        List.of(expand),
        new Node(gather.name(), "", "Gather", from, List.of(taken), gather.attributes()));
    return true;
  }
}
