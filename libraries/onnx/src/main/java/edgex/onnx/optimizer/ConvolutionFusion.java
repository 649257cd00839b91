package edgex.onnx.optimizer;

import edgex.onnx.model.Attribute;
import edgex.onnx.model.Node;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.kernel.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what follows a convolution with constant weights into it: batch normalisation, scales and
 * shifts per channel, the addition of another tensor, an activation, a scale and shift after that.
 */
final class ConvolutionFusion {
  private static final float DEFAULT_EPSILON = 1e-5f;

  private final GraphEditor graph;
  private List<Node> chain;
  private String output;
  private float[] bias;

  /** By what the weights of each output are to be multiplied; null for nothing. */
  private float[] factors;

  private String addend;
  private FusedActivation activation;

  ConvolutionFusion(GraphEditor graph) {
    this.graph = graph;
  }

  void run() {
    for (Node node : graph.nodes()) {
      if (graph.contains(node) && node.domain().isEmpty() && node.operator().equals("Conv")) {
        fuse(node);
      }
    }
  }

  private void fuse(Node node) {
    FloatTensor given = graph.floats(node.inputs().get(1));
    boolean hasBias = node.inputs().size() > 2 && !node.inputs().get(2).isEmpty();
    FloatTensor givenBias = hasBias ? graph.floats(node.inputs().get(2)) : null;
    int rank = given == null ? 0 : given.shape().rank();
    if (rank < 3 || rank > 4 || (hasBias && givenBias == null)) {
      return;
    }
    int outputs = given.shape().dimension(0);
    if (outputs == 0 || (hasBias && givenBias.elementCount() != outputs)) {
      return;
    }
    factors = null;
    bias = hasBias ? copy(givenBias) : new float[outputs];
    chain = new ArrayList<>(List.of(node));
    output = node.outputs().get(0);
    addend = null;
    activation = FusedActivation.none();
    Node next = graph.onlyConsumer(output);
    while (next != null && absorb(next, rank)) {
      chain.add(next);
      output = next.outputs().get(0);
      next = graph.onlyConsumer(output);
    }
    Map<String, Attribute> attributes = new HashMap<>(node.attributes());
    attributes.put("weights", new Attribute.Constant(given));
    attributes.put("bias", new Attribute.Constant(FloatTensor.of(Shape.of(outputs), bias)));
    if (factors != null) {
      attributes.put("factors", new Attribute.Constant(FloatTensor.of(Shape.of(outputs), factors)));
    }
    activation.write(attributes);
    List<String> inputs = new ArrayList<>(List.of(node.inputs().get(0)));
    if (addend != null) {
      inputs.add(addend);
    }
    graph.replace(
        chain,
        new Node(
            node.name(), Optimizer.DOMAIN, "Convolution", inputs, List.of(output), attributes));
  }

  static float[] copy(FloatTensor tensor) {
    int from = tensor.offset();
    return Arrays.copyOfRange(tensor.values(), from, from + tensor.elementCount());
  }

  private boolean absorb(Node node, int rank) {
    if (node.outputs().size() != 1) {
      return false;
    }
    boolean untouched = addend == null && activation.isNone();
    FusedActivation function = FusedActivation.of(node, graph);
    if (function != null) {
      if (!activation.isNone() || !node.inputs().get(0).equals(output)) {
        return false;
      }
      activation = function;
      return true;
    }
    if (!node.domain().isEmpty()) {
      return false;
    }
    return switch (node.operator()) {
      case "BatchNormalization" -> untouched && normalize(node);
      case "Mul", "Div", "Add", "Sub" -> affine(node, rank) || add(node);
      case "Sum" -> node.inputs().size() == 2 && add(node);
      default -> false;
    };
  }

  private boolean normalize(Node node) {
    FloatTensor[] given = new FloatTensor[5];
    for (int index = 1; index < 5; index++) {
      given[index] = graph.floats(node.inputs().get(index));
      if (given[index] == null || given[index].elementCount() != bias.length) {
        return false;
      }
      given[index] = (FloatTensor) given[index].resident();
    }
    boolean trains =
        node.attributes().get("training_mode") instanceof Attribute.Whole mode && mode.value() != 0;
    if (trains) {
      return false;
    }
    float epsilon =
        node.attributes().get("epsilon") instanceof Attribute.Real real
            ? real.value()
            : DEFAULT_EPSILON;
    float[] multipliers = new float[bias.length];
    float[] summands = new float[bias.length];
    for (int channel = 0; channel < bias.length; channel++) {
      double deviation = Math.sqrt(given[4].getDouble(channel) + epsilon);
      multipliers[channel] = (float) (given[1].getDouble(channel) / deviation);
      double shift = given[3].getDouble(channel) * multipliers[channel];
      summands[channel] = (float) (given[2].getDouble(channel) - shift);
    }
    scale(multipliers, summands);
    return true;
  }

  private void scale(float[] more, float[] summands) {
    if (factors == null) {
      factors = new float[bias.length];
      Arrays.fill(factors, 1f);
    }
    for (int channel = 0; channel < bias.length; channel++) {
      factors[channel] *= more[channel];
      bias[channel] = bias[channel] * more[channel] + summands[channel];
    }
  }

  /** Takes in a constant factor or summand, for all or per channel. */
  private boolean affine(Node node, int rank) {
    boolean first = node.inputs().get(0).equals(output);
    boolean ordered = node.operator().equals("Div") || node.operator().equals("Sub");
    FloatTensor given = graph.floats(node.inputs().get(first ? 1 : 0));
    if (given == null || (ordered && !first)) {
      return false;
    }
    FloatTensor constant = (FloatTensor) given.resident();
    boolean single = constant.elementCount() == 1 && constant.shape().rank() <= rank;
    boolean after = addend != null || !activation.isNone();
    if (!single && (after || !isPerChannel(constant.shape(), rank))) {
      return false;
    }
    float[] multipliers = new float[bias.length];
    float[] summands = new float[bias.length];
    for (int channel = 0; channel < bias.length; channel++) {
      float value = (float) constant.getDouble(single ? 0 : channel);
      multipliers[channel] =
          switch (node.operator()) {
            case "Mul" -> value;
            case "Div" -> 1 / value;
            default -> 1;
          };
      summands[channel] =
          switch (node.operator()) {
            case "Add" -> value;
            case "Sub" -> -value;
            default -> 0;
          };
    }
    if (after) {
      activation = activation.then(multipliers[0], summands[0]);
    } else {
      scale(multipliers, summands);
    }
    return true;
  }

  private boolean isPerChannel(Shape shape, int rank) {
    int channelAxis = shape.rank() - rank + 1;
    return (channelAxis == 0 || channelAxis == 1)
        && shape.elementCount() == bias.length
        && shape.dimension(channelAxis) == bias.length;
  }

  /** Takes in another tensor that is added, as long as no activation comes before. */
  private boolean add(Node node) {
    boolean adds = node.operator().equals("Add") || node.operator().equals("Sum");
    String first = node.inputs().get(0);
    String other = first.equals(output) ? node.inputs().get(1) : first;
    if (!adds || addend != null || !activation.isNone() || graph.constant(other) != null) {
      return false;
    }
    if (other.equals(output) || activation.activation() != Activation.IDENTITY) {
      return false;
    }
    addend = other;
    return true;
  }
}
