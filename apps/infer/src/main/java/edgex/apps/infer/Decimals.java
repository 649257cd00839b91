package edgex.apps.infer;

/**
 * Numbers from 0 to 1 as text of {@value #DIGITS} significant digits, made with integer arithmetic
 * so that it is the same everywhere: {@code 0.9998771}, {@code 0.00001234567}, {@code 1.234567e-9}.
 */
final class Decimals {
  private static final int DIGITS = 7;

  /** Smallest number of that many digits, and the first that has one more. */
  private static final long SMALLEST = 1_000_000;

  private static final long TOO_LARGE = 10 * SMALLEST;

  /** Numbers with more zeros than this after the point are easier to read with an exponent. */
  private static final int MOST_ZEROS = 5;

  private Decimals() {}

  /** The number, at least 0 and at most 1, rounded half up. */
  static String text(double number) {
    if (number == 0) {
      return "0";
    }
    // number = digits * 10^-scale with digits of the wanted length.
    int scale = 0;
    double scaled = number;
    while (scaled < SMALLEST) {
      scaled *= 10;
      scale++;
    }
    long digits = (long) (scaled + 0.5);
    if (digits >= TOO_LARGE) {
      digits /= 10;
      scale--;
    }
    String text = Long.toString(digits);
    int zeros = scale - DIGITS;
    if (zeros < 0) {
      return text.charAt(0) + "." + text.substring(1);
    }
    if (zeros > MOST_ZEROS) {
      return text.charAt(0) + "." + text.substring(1) + "e-" + (zeros + 1);
    }
    return "0." + "00000".substring(0, zeros) + text;
  }
}
