package edgex.tensor;

/**
 * Rounding to the nearest integer, ties to the even one. {@link Math#rint} means the same, but the
 * one that programs are compiled with rounds ties up.
 */
public final class Rounding {
  /** From here on all doubles are integers: adding it leaves no room for a fraction. */
  private static final double ALL_INTEGERS = 0x1p52;

  private Rounding() {}

  /** The integer nearest to {@code value}; NaN and infinities stay as they are. */
  public static double nearestEven(double value) {
    double magnitude = Math.abs(value);
    if (!(magnitude < ALL_INTEGERS)) {
      return value;
    }
    // The processor rounds the sum, and it rounds as it should.
    double rounded = magnitude + ALL_INTEGERS - ALL_INTEGERS;
    return Double.doubleToRawLongBits(value) < 0 ? -rounded : rounded;
  }
}
