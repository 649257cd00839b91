package edgex.tensor;

/**
 * Conversions between floating-point numbers and integers, spelled out.
 *
 * <p>A plain Java cast is defined for every value, but the C it is compiled to on the device is
 * not: NaN and numbers out of range are therefore treated before the cast.
 */
final class Conversions {
  private static final double TWO_TO_63 = 0x1p63;

  private Conversions() {}

  /** The number cut towards zero and clamped to 64 signed bits; NaN becomes 0. */
  static long toLong(double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    if (value >= TWO_TO_63) {
      return Long.MAX_VALUE;
    }
    return value < -TWO_TO_63 ? Long.MIN_VALUE : (long) value;
  }

  /** The number cut towards zero and clamped to what {@code type} can hold; NaN becomes 0. */
  static long toInteger(ElementType type, double value) {
    if (type == ElementType.UINT64) {
      return value >= TWO_TO_63
          ? toLong(Math.min(value, 0x1.fffffffffffffp63) - TWO_TO_63) + Long.MIN_VALUE
          : Math.max(toLong(value), 0);
    }
    return Math.max(type.lowestWhole(), Math.min(type.highestWhole(), toLong(value)));
  }

  /** The integer as a double, its sign bit counting as 2^63 when {@code unsigned}. */
  static double toDouble(long value, boolean unsigned) {
    // Halving first keeps the lowest bit for rounding.
    return unsigned && value < 0 ? (double) ((value >>> 1) | (value & 1)) * 2.0 : (double) value;
  }
}
