package edgex.host.model;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Attribute;
import edgex.onnx.model.Model;
import edgex.onnx.model.Node;
import edgex.tensor.ByteTensor;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the products of a model work on 8 bits (Conv, Gemm and MatMul with constant weights), in
 * ONNX's QDQ form: their inputs go through QuantizeLinear and DequantizeLinear, their weights are
 * int8 behind a DequantizeLinear. A runtime may compute in integers, and any computes the same.
 */
public final class Quantizer {
  /** The first operator set with QuantizeLinear, and the first with a scale for each channel. */
  private static final long QUANTIZING = 10;

  private static final long BY_CHANNEL = 13;

  /** What changed its meaning between operator sets 7 and 10. */
  private static final Set<String> CHANGED =
      Set.of("Upsample", "Slice", "TopK", "Scan", "Cast", "BatchNormalization", "Resize");

  private final Model model;
  private final boolean byChannel;
  private final Map<String, Tensor> constants;
  private final List<Node> nodes = new ArrayList<>();

  /** Names of values in 8 bits and back, by the name of the value. */
  private final Map<String, String> rounded = new HashMap<>();

  private Quantizer(Model model, boolean byChannel) {
    this.model = model;
    this.byChannel = byChannel;
    this.constants = new LinkedHashMap<>(model.graph().initializers());
  }

  /**
   * Quantizes a model.
   *
   * @param samples inputs by name, like those that the model will get; at least one
   * @throws ModelFormatException if the model has nothing to quantize, or operators of a set that
   *     is too old
   * @throws InferenceException if it fails on a sample
   */
  public static Model quantize(Model given, List<Map<String, Tensor>> samples)
      throws ModelFormatException, InferenceException {
    Model model = ConstantNodes.fold(raised(given));
    Set<String> watched = new HashSet<>();
    for (Node node : model.graph().nodes()) {
      if (isProduct(node, model.graph().initializers())) {
        watched.add(node.inputs().get(0));
      }
    }
    if (watched.isEmpty()) {
      throw new ModelFormatException("the model has no Conv, Gemm or MatMul of constant weights");
    }
    Map<String, Range> ranges = Calibration.ranges(model, watched, samples);
    boolean byChannel = model.opsets().get("") >= BY_CHANNEL;
    return new Quantizer(model, byChannel).run(ranges);
  }

  /** The model with an operator set that can quantize. */
  private static Model raised(Model model) throws ModelFormatException {
    long opset = model.opsets().getOrDefault("", 1L);
    if (opset >= QUANTIZING) {
      return model;
    }
    for (Node node : model.graph().nodes()) {
      if (opset < 7 || CHANGED.contains(node.operator())) {
        throw new ModelFormatException(
            node.label() + " is of operator set " + opset + "; 10 or more is needed");
      }
    }
    Map<String, Long> opsets = new LinkedHashMap<>(model.opsets());
    opsets.put("", QUANTIZING);
    long irVersion = Math.max(model.irVersion(), 5);
    return new Model(irVersion, model.producer(), opsets, model.graph());
  }

  private static boolean isProduct(Node node, Map<String, Tensor> constants) {
    String operator = node.operator();
    if (!node.domain().isEmpty()
        || !(operator.equals("Conv") || operator.equals("Gemm") || operator.equals("MatMul"))) {
      return false;
    }
    Tensor weights = constants.get(node.inputs().get(1));
    return weights != null
        && weights.type() == ElementType.FLOAT32
        && weights.shape().rank() >= 2
        && !constants.containsKey(node.inputs().get(0));
  }

  private Model run(Map<String, Range> ranges) {
    for (Node node : model.graph().nodes()) {
      if (isProduct(node, model.graph().initializers())) {
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(0, rounded(inputs.get(0), ranges.get(inputs.get(0))));
        inputs.set(1, weights(node));
        nodes.add(
            new Node(
                node.name(),
                node.domain(),
                node.operator(),
                inputs,
                node.outputs(),
                node.attributes()));
      } else {
        nodes.add(node);
      }
    }
    Map<String, Tensor> used = ConstantNodes.used(nodes, model.graph(), constants);
    return ConstantNodes.with(model, nodes, used, model.graph().inputs());
  }

  /** Adds the nodes that round a value to 8 bits, once. */
  private String rounded(String value, Range range) {
    String known = rounded.get(value);
    if (known != null) {
      return known;
    }
    String scale = constant(value + "_scale", FloatTensor.of(Shape.SCALAR, range.scale()));
    byte[] zeroPoint = {(byte) range.zeroPoint()};
    String zero =
        constant(value + "_zero", new ByteTensor(ElementType.UINT8, Shape.SCALAR, zeroPoint, 0));
    String bytes = value + "_bytes";
    String result = value + "_rounded";
    add("QuantizeLinear", List.of(value, scale, zero), bytes, Map.of());
    add("DequantizeLinear", List.of(bytes, scale, zero), result, Map.of());
    rounded.put(value, result);
    return result;
  }

  /** Adds the weights of a product in 8 bits; equal weights of two products once. */
  private String weights(Node node) {
    String name = node.inputs().get(1);
    int axis = axis(node, constants.get(name).shape().rank());
    String key = name + "#" + (byChannel ? axis : "");
    String known = rounded.get(key);
    if (known != null) {
      return known;
    }
    Tensor weights = constants.get(name);
    QuantizedWeights quantized =
        byChannel ? QuantizedWeights.along(weights, axis) : QuantizedWeights.whole(weights);
    String bytes = constant(name + "_bytes", quantized.values());
    String scale = constant(name + "_scale", quantized.scales());
    Tensor zeros = Tensor.allocate(ElementType.INT8, quantized.scales().shape());
    String zero = constant(name + "_zero", zeros);
    String result = bytes + "_rounded";
    Map<String, Attribute> attributes =
        byChannel ? Map.of("axis", new Attribute.Whole(axis)) : Map.of();
    add("DequantizeLinear", List.of(bytes, scale, zero), result, attributes);
    rounded.put(key, result);
    return result;
  }

  /** The axis of a product's weights along which its outputs lie. */
  private static int axis(Node node, int rank) {
    if (node.operator().equals("Conv")) {
      return 0;
    }
    boolean isTransposed =
        node.attributes().get("transB") instanceof Attribute.Whole whole && whole.value() != 0;
    return isTransposed ? 0 : rank - 1;
  }

  /** Adds a constant; a name that is taken is made longer. */
  private String constant(String name, Tensor value) {
    String free = name;
    while (constants.containsKey(free)) {
      free += "_";
    }
    constants.put(free, value);
    return free;
  }

  private void add(
      String operator, List<String> inputs, String output, Map<String, Attribute> attributes) {
    nodes.add(new Node("", "", operator, inputs, List.of(output), attributes));
  }
}
