package edgex.host.model;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model file holds, as lines of tab-separated fields; the model need not be runnable. */
public final class Contents {
  private final Map<String, Integer> operators = new TreeMap<>();

  /** Elements and bytes of the constants, by element type. */
  private final Map<String, long[]> constants = new TreeMap<>();

  private Contents() {}

  /** The lines. */
  public static List<String> of(Model model) {
    Contents contents = new Contents();
    contents.add(model.graph());
    List<String> lines = new ArrayList<>();
    lines.add("format\t" + model.irVersion() + "\t" + model.producer());
    for (Map.Entry<String, Long> opset : new TreeMap<>(model.opsets()).entrySet()) {
      String domain = opset.getKey().isEmpty() ? "ai.onnx" : opset.getKey();
      lines.add("operators of\t" + domain + "\t" + opset.getValue());
    }
    for (ValueInfo input : model.graph().inputs()) {
      if (!model.graph().initializers().containsKey(input.name())) {
        lines.add("input\t" + input.name() + "\t" + input.typeText());
      }
    }
    for (ValueInfo output : model.graph().outputs()) {
      lines.add("output\t" + output.name() + "\t" + output.typeText());
    }
    contents.operators.forEach((name, count) -> lines.add("operator\t" + name + "\t" + count));
    contents.constants.forEach(
        (type, sums) ->
            lines.add("constants\t" + type + "\t" + sums[0] + "\t" + sums[1] + " bytes"));
    return lines;
  }

  private void add(Graph graph) {
    graph.initializers().values().forEach(this::add);
    for (Node node : graph.nodes()) {
      String domain = node.domain().isEmpty() ? "" : node.domain() + ".";
      operators.merge(domain + node.operator(), 1, Integer::sum);
      for (Attribute attribute : node.attributes().values()) {
        if (attribute instanceof Attribute.SubGraph body) {
          add(body.value());
        } else if (attribute instanceof Attribute.Constant constant) {
          add(constant.value());
        }
      }
    }
  }

  private void add(Tensor constant) {
    long[] sums = constants.computeIfAbsent(constant.type().toString(), type -> new long[2]);
    sums[0] += constant.elementCount();
    sums[1] += constant.sizeBytes();
  }
}
