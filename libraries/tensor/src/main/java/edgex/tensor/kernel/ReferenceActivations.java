package edgex.tensor.kernel;

/** What the {@link Activation}s are, in plain Java. */
public final class ReferenceActivations {
  private static final Activation[] ACTIVATIONS = Activation.values();

  /** Where the terms of the series below fall under the precision of a float. */
  private static final int MAXIMUM_TERMS = 200;

  private ReferenceActivations() {}

  /** The function with that ordinal at {@code x}. */
  static float apply(int activation, float[] parameters, float x) {
    return switch (ACTIVATIONS[activation]) {
      case IDENTITY -> x;
      case RELU -> x < 0 ? 0 : x;
      case CLIP -> Math.min(parameters[1], Math.max(parameters[0], x));
      case LEAKY_RELU -> x < 0 ? x * parameters[0] : x;
      case HARD_SIGMOID -> hardSigmoid(parameters, x);
      case HARD_SWISH -> x * hardSigmoid(parameters, x);
      case SIGMOID -> (float) sigmoid(x);
      case TANH -> (float) Math.tanh(x);
      case SILU -> (float) (x * sigmoid(x));
      case EXPONENTIAL -> (float) Math.exp(x);
      case ERROR_FUNCTION -> (float) errorFunction(x);
      case SQUARE_ROOT -> (float) Math.sqrt(x);
      case LOGARITHM -> (float) Math.log(x);
      case SQUARE -> x * x;
      case GELU -> (float) (0.5 * x * (1 + errorFunction(x / Math.sqrt(2))));
    };
  }

  private static float hardSigmoid(float[] parameters, float x) {
    return Math.min(1, Math.max(0, x * parameters[0] + parameters[1]));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * The error function by its series exp(-x^2) * 2 / sqrt(pi) * sum of 2^n x^(2n+1) / (2n+1)!!,
   * whose terms all have the same sign (Abramowitz and Stegun, 7.1.6).
   */
  public static double errorFunction(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < MAXIMUM_TERMS; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return sum * Math.exp(-x * x) * 2 / Math.sqrt(Math.PI);
  }
}
