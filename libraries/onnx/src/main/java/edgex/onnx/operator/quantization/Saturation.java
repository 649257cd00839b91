package edgex.onnx.operator.quantization;

import edgex.tensor.ElementType;

/** Rounding to quantized integers: to the nearest, ties to even, clamped to what fits. */
final class Saturation {
  private Saturation() {}

  /** The quantized number nearest to {@code value}, which already is a multiple of the scale. */
  static long quantize(double value, long zeroPoint, ElementType type) {
    double shifted = Math.rint(value) + zeroPoint;
    double clamped =
        Math.max((double) type.lowestWhole(), Math.min((double) type.highestWhole(), shifted));
    return Double.isNaN(clamped) ? 0 : (long) clamped;
  }

  /** Whether numbers can be quantized to this type: integers of 8 and 16 bits. */
  static boolean isQuantized(ElementType type) {
    return type.isInteger() && type.sizeBytes() <= 2;
  }
}
