package edgex.tensor;

/** IEEE 754 binary16: one sign bit, five exponent bits, ten fraction bits. */
public final class HalfFloat {
  private static final int EXPONENT_MASK = 0x7C00;
  private static final int FRACTION_MASK = 0x03FF;
  private static final int SIGN_MASK = 0x8000;
  private static final short NAN = 0x7E00;

  /** Halfway between the largest finite number, 65504, and the next: rounds to infinity. */
  private static final double OVERFLOW = 65520.0;

  private static final double SMALLEST_NORMAL = 0x1p-14;
  private static final double SMALLEST_STEP = 0x1p-24;

  private HalfFloat() {}

  /** The exact value of the number with these bits. */
  public static float toFloat(short bits) {
    int exponent = (bits & EXPONENT_MASK) >> 10;
    int fraction = bits & FRACTION_MASK;
    int sign = (bits & SIGN_MASK) << 16;
    if (exponent == 0) {
      float magnitude = fraction * (float) SMALLEST_STEP;
      return sign == 0 ? magnitude : -magnitude;
    }
    // Both formats keep the same fraction; the bias of the exponent grows from 15 to 127.
    int wideExponent = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | (wideExponent << 23) | (fraction << 13));
  }

  /** The bits of the nearest number; ties go to the even one. */
  public static short fromDouble(double value) {
    if (Double.isNaN(value)) {
      return NAN;
    }
    int sign = Double.doubleToRawLongBits(value) < 0 ? SIGN_MASK : 0;
    double magnitude = Math.abs(value);
    if (magnitude >= OVERFLOW) {
      return (short) (sign | EXPONENT_MASK);
    }
    if (magnitude < SMALLEST_NORMAL) {
      return (short) (sign | (int) Rounding.nearestEven(magnitude / SMALLEST_STEP));
    }
    long bits = Double.doubleToRawLongBits(magnitude);
    // 42 fraction bits go away; adding just under half of them, plus the last kept bit, rounds ties
    // to even, and a carry moves into the exponent as it should.
    long rounded = (bits + 0x1FF_FFFF_FFFFL + ((bits >>> 42) & 1)) >>> 42;
    return (short) (sign | (int) (rounded - ((1023L - 15L) << 10)));
  }
}
