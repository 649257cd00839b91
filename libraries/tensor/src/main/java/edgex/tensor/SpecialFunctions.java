package edgex.tensor;

/** Functions of one number that {@link Math} lacks, exact to nearly all bits of a double. */
public final class SpecialFunctions {
  private static final double TWO_BY_ROOT_PI = 2 / Math.sqrt(Math.PI);

  /** From here on the continued fraction converges faster than the series. */
  private static final double SERIES_END = 3;

  /** erf(6) differs from 1 by less than half a unit in the last place. */
  private static final double SATURATION = 6;

  private static final int FRACTION_DEPTH = 60;

  private SpecialFunctions() {}

  /** The error function: 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to {@code x}. */
  public static double erf(double x) {
    double magnitude = Math.abs(x);
    if (magnitude >= SATURATION) {
      return Math.signum(x);
    }
    if (Double.isNaN(x)) {
      return x;
    }
    double value = magnitude < SERIES_END ? series(magnitude) : 1 - fraction(magnitude);
    return x < 0 ? -value : value;
  }

  /** Abramowitz and Stegun 7.1.6: a series of positive terms, so nothing cancels. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * 0x1p-54; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_BY_ROOT_PI * Math.exp(-x * x) * sum;
  }

  /** Abramowitz and Stegun 7.1.14: 1 - erf(x) as a continued fraction, from its far end. */
  private static double fraction(double x) {
    double value = x;
    for (int level = FRACTION_DEPTH; level > 0; level--) {
      value = x + level / 2.0 / value;
    }
    return Math.exp(-x * x) / (value * Math.sqrt(Math.PI));
  }
}
