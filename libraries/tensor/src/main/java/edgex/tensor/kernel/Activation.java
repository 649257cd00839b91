package edgex.tensor.kernel;

/** A function of one float, alone or as the end of a product. The native kernels know the codes. */
public enum Activation {
  /** x. */
  IDENTITY(0),
  /** 0 where x is negative, else x. */
  RELU(1),
  /** x bounded to parameter 0 and parameter 1. */
  CLIP(2),
  /** x where it is positive, else x times parameter 0. */
  LEAKY_RELU(3),
  /** x times parameter 0 plus parameter 1, bounded to 0 and 1. */
  HARD_SIGMOID(4),
  /** x times its {@link #HARD_SIGMOID}. */
  HARD_SWISH(5),
  /** 1 / (1 + exp(-x)). */
  SIGMOID(6),
  /** The hyperbolic tangent. */
  TANH(7),
  /** x times its {@link #SIGMOID}. */
  SILU(8),
  /** exp(x). */
  EXPONENTIAL(9),
  /** The error function. */
  ERROR_FUNCTION(10),
  /** x times the normal distribution's value at x. */
  GELU(11),
  /** The square root. */
  SQUARE_ROOT(12),
  /** The natural logarithm. */
  LOGARITHM(13),
  /** x times x. */
  SQUARE(14);

  private final int code;

  Activation(int code) {
    this.code = code;
  }

  /** The function's number in {@link FloatKernels}. */
  public int code() {
    return code;
  }

  /** Parameters of a function that has none, with a factor of 1 and a summand of 0. */
  public static float[] noParameters() {
    return new float[] {0, 0, 1, 0};
  }
}
