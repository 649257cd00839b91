package edgex.training;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Dimension;
import edgex.onnx.model.Graph;
import edgex.onnx.model.Model;
import edgex.onnx.model.ModelWriter;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks as ONNX models: one input "input", one output "scores", any number of samples. */
public final class NetworkExport {
  private static final long IR_VERSION = 7;
  private static final long OPERATOR_SET = 13;
  private static final String INPUT = "input";
  private static final String OUTPUT = "scores";
  private static final Dimension SAMPLES = new Dimension(-1, "samples");

  private NetworkExport() {}

  /** The content of a model file. */
  public static byte[] write(Network network) throws ModelFormatException {
    List<Node> nodes = new ArrayList<>();
    Map<String, Tensor> constants = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      constants.put(parameter.name(), parameter.value());
    }
    int last = network.steps().size() - 1;
    for (int index = 0; index <= last; index++) {
      Network.Step step = network.steps().get(index);
      Operation operation = step.operation();
      List<String> inputs = new ArrayList<>();
      for (int input : step.inputs()) {
        inputs.add(name(network, input));
      }
      if (operation.constant() != null) {
        String constant = "constant" + index;
        constants.put(constant, operation.constant());
        inputs.add(constant);
      }
      String result = index == last ? OUTPUT : name(network, step.result());
      nodes.add(
          new Node("", "", operation.operator(), inputs, List.of(result), operation.attributes()));
    }
    List<Dimension> input = new ArrayList<>();
    input.add(SAMPLES);
    for (int extent : network.sampleShape().toArray()) {
      input.add(new Dimension(extent, ""));
    }
    Graph graph =
        new Graph(
            "network",
            nodes,
            constants,
            Map.of(),
            List.of(new ValueInfo(INPUT, ElementType.FLOAT32, input, null)),
            List.of(new ValueInfo(OUTPUT, ElementType.FLOAT32, null, null)));
    return ModelWriter.write(new Model(IR_VERSION, "EdgeX", Map.of("", OPERATOR_SET), graph));
  }

  private static String name(Network network, int value) {
    if (value == network.input()) {
      return INPUT;
    }
    Parameter parameter = network.parameterAt(value);
    return parameter == null ? "value" + value : parameter.name();
  }
}
