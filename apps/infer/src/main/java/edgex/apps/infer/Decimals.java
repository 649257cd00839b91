package edgex.apps.infer;

/**
 * Numbers as text of {@value #DIGITS} significant digits, made with integer arithmetic so that it
 * is the same everywhere: {@code 0.9998771}, {@code -12.34567}, {@code 1.234567e-9}.
 */
final class Decimals {
  private static final int DIGITS = 7;

  /** Smallest number of that many digits, and the first that has one more. */
  private static final long SMALLEST = 1_000_000;

  private static final long TOO_LARGE = 10 * SMALLEST;

  /** Numbers with more zeros than this after the point are easier to read with an exponent. */
  private static final int MOST_ZEROS = 5;

  private Decimals() {}

  /** Numbers rounded to whole ones, each after a tab. */
  static String wholes(double... numbers) {
    StringBuilder text = new StringBuilder();
    for (double number : numbers) {
      text.append('\t').append(Math.round(number));
    }
    return text.toString();
  }

  /** The number, neither infinite nor NaN, rounded half away from 0. */
  static String text(double number) {
    return number < 0 ? "-" + positive(-number) : positive(number);
  }

  private static String positive(double number) {
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
    while (scaled >= TOO_LARGE) {
      scaled /= 10;
      scale--;
    }
    long digits = (long) (scaled + 0.5);
    if (digits >= TOO_LARGE) {
      digits /= 10;
      scale--;
    }
    String text = Long.toString(digits);
    int zeros = scale - DIGITS;
    int whole = -zeros;
    if (whole >= DIGITS) {
      return text.charAt(0) + "." + text.substring(1) + "e" + (whole - 1);
    }
    if (whole > 0) {
      return text.substring(0, whole) + "." + text.substring(whole);
    }
    if (zeros > MOST_ZEROS) {
      return text.charAt(0) + "." + text.substring(1) + "e-" + (zeros + 1);
    }
    return "0." + "00000".substring(0, zeros) + text;
  }
}
