package edgex.onnx.optimizer;

import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Attribute;
import edgex.onnx.model.Node;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.kernel.Activation;
import java.util.Map;

/** What a fused node does to its results before it stores them. */
final class FusedActivation {
  private static final String NAME = "activation";
  private static final String PARAMETERS = "parameters";
  private static final float GREATEST = Float.POSITIVE_INFINITY;

  private final Activation activation;
  private final float[] parameters;

  private FusedActivation(Activation activation, float[] parameters) {
    this.activation = activation;
    this.parameters = parameters;
  }

  /** The function. */
  Activation activation() {
    return activation;
  }

  /** Two parameters of the function, a factor and a summand for what it gives; shared. */
  float[] parameters() {
    return parameters;
  }

  /** None. */
  static FusedActivation none() {
    return new FusedActivation(Activation.IDENTITY, Activation.noParameters());
  }

  /** A function with its parameters. */
  static FusedActivation of(Activation activation, float first, float second) {
    return new FusedActivation(activation, new float[] {first, second, 1, 0});
  }

  /** The function that a node computes of its first input, or null if it is not one of these. */
  static FusedActivation of(Node node, GraphEditor graph) {
    if (node.domain().equals(Optimizer.DOMAIN) && node.operator().equals("Activate")) {
      return read(node.attributes());
    }
    if (!node.domain().isEmpty() || node.inputs().isEmpty()) {
      return null;
    }
    return switch (node.operator()) {
      case "Relu" -> of(Activation.RELU, 0, 0);
      case "Sigmoid" -> of(Activation.SIGMOID, 0, 0);
      case "Tanh" -> of(Activation.TANH, 0, 0);
      case "HardSwish" -> of(Activation.HARD_SWISH, 1f / 6, 0.5f);
      case "LeakyRelu" -> of(Activation.LEAKY_RELU, real(node, "alpha", 0.01f), 0);
      case "HardSigmoid" ->
          of(Activation.HARD_SIGMOID, real(node, "alpha", 0.2f), real(node, "beta", 0.5f));
      case "Clip" -> clip(node, graph);
      default -> null;
    };
  }

  private static float real(Node node, String name, float otherwise) {
    return node.attributes().get(name) instanceof Attribute.Real real ? real.value() : otherwise;
  }

  private static FusedActivation clip(Node node, GraphEditor graph) {
    Float low = limit(node, 1, "min", -GREATEST, graph);
    Float high = limit(node, 2, "max", GREATEST, graph);
    return low == null || high == null ? null : of(Activation.CLIP, low, high);
  }

  private static Float limit(
      Node node, int input, String attribute, float otherwise, GraphEditor graph) {
    if (input < node.inputs().size() && !node.inputs().get(input).isEmpty()) {
      return graph.scalar(node.inputs().get(input));
    }
    return real(node, attribute, otherwise);
  }

  private static FusedActivation read(Map<String, Attribute> attributes) {
    Attribute.Text name = (Attribute.Text) attributes.get(NAME);
    Attribute.Reals numbers = (Attribute.Reals) attributes.get(PARAMETERS);
    return new FusedActivation(Activation.valueOf(name.value()), numbers.values().values());
  }

  /** Reads the attributes that {@link #write} wrote. */
  static FusedActivation read(NodeContext context) throws ModelFormatException {
    Activation activation = Activation.valueOf(context.text(NAME, ""));
    return new FusedActivation(activation, context.reals(PARAMETERS));
  }

  /** Adds this to a node's attributes. */
  void write(Map<String, Attribute> attributes) {
    attributes.put(NAME, new Attribute.Text(activation.name()));
    Shape shape = Shape.of(parameters.length);
    attributes.put(PARAMETERS, new Attribute.Reals(FloatTensor.of(shape, parameters)));
  }

  /** The same function, its results scaled and shifted further. */
  FusedActivation then(float factor, float summand) {
    return new FusedActivation(
        activation,
        new float[] {
          parameters[0], parameters[1], parameters[2] * factor, parameters[3] * factor + summand
        });
  }

  /** Whether it leaves everything as it is. */
  boolean isNone() {
    return activation == Activation.IDENTITY && !scales();
  }

  /** Whether results are scaled or shifted after the function. */
  boolean scales() {
    return parameters[2] != 1 || parameters[3] != 0;
  }
}
