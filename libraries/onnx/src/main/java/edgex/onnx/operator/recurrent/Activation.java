package edgex.onnx.operator.recurrent;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import java.util.List;
import java.util.Locale;

/** An activation function of a recurrent layer, with the clipping of what goes into it. */
interface Activation {
  /** The function's value. */
  double apply(double x);

  /** Whether a node has the default functions and clips nothing. */
  static boolean areDefault(NodeContext context) {
    return !context.has("activations") && !context.has("clip");
  }

  /**
   * The activation functions of all directions, from the attributes {@code activations}, {@code
   * activation_alpha}, {@code activation_beta} and {@code clip}.
   *
   * @param defaults the functions of one direction if the node names none
   */
  static Activation[] read(NodeContext context, String[] defaults, int directions)
      throws ModelFormatException {
    List<String> names = context.texts("activations");
    float[] alphas = context.reals("activation_alpha");
    float[] betas = context.reals("activation_beta");
    double clip = context.real("clip", Float.POSITIVE_INFINITY);
    int count = defaults.length * directions;
    context.require(
        names == null || names.size() == count, "attribute activations has a wrong length");
    Activation[] activations = new Activation[count];
    int parameters = 0;
    for (int index = 0; index < count; index++) {
      String name = names == null ? defaults[index % defaults.length] : names.get(index);
      boolean given = alphas != null && parameters < alphas.length;
      boolean betaGiven = betas != null && parameters < betas.length;
      String lower = name.toLowerCase(Locale.ROOT);
      double alpha = given ? alphas[parameters] : defaultAlpha(lower);
      double beta = betaGiven ? betas[parameters] : defaultBeta(lower);
      parameters += hasParameters(lower) ? 1 : 0;
      Activation function = named(context, lower, alpha, beta);
      activations[index] = x -> function.apply(Math.max(-clip, Math.min(clip, x)));
    }
    return activations;
  }

  private static boolean hasParameters(String name) {
    return switch (name) {
      case "affine", "leakyrelu", "thresholdedrelu", "scaledtanh", "hardsigmoid", "elu" -> true;
      default -> false;
    };
  }

  private static double defaultAlpha(String name) {
    return switch (name) {
      case "leakyrelu" -> 0.01;
      case "hardsigmoid" -> 0.2;
      default -> 1;
    };
  }

  private static double defaultBeta(String name) {
    return switch (name) {
      case "hardsigmoid" -> 0.5;
      case "scaledtanh" -> 1;
      default -> 0;
    };
  }

  private static Activation named(NodeContext context, String name, double alpha, double beta)
      throws ModelFormatException {
    return switch (name) {
      case "relu" -> x -> Math.max(0, x);
      case "tanh" -> Math::tanh;
      case "sigmoid" -> x -> 1 / (1 + Math.exp(-x));
      case "affine" -> x -> alpha * x + beta;
      case "leakyrelu" -> x -> x < 0 ? alpha * x : x;
      case "thresholdedrelu" -> x -> x > alpha ? x : 0;
      case "scaledtanh" -> x -> alpha * Math.tanh(beta * x);
      case "hardsigmoid" -> x -> Math.max(0, Math.min(1, alpha * x + beta));
      case "elu" -> x -> x < 0 ? alpha * (Math.exp(x) - 1) : x;
      case "softsign" -> x -> x / (1 + Math.abs(x));
      case "softplus" -> x -> Math.max(x, 0) + Math.log(1 + Math.exp(-Math.abs(x)));
      default -> throw context.unsupported("activation '" + name + "'");
    };
  }
}
