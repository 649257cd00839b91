package edgex.host.model;

import edgex.tensor.ByteTensor;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/**
 * Weights as numbers from -127 to 127 and what each is multiplied by: one scale for all, or one for
 * every place along an axis.
 *
 * @param values int8, of the weights' shape
 * @param scales float32, a scalar or of the axis's extent
 */
record QuantizedWeights(ByteTensor values, FloatTensor scales) {
  private static final int LARGEST = 127;

  /** One scale for all weights. */
  static QuantizedWeights whole(Tensor weights) {
    return of(weights, 1, Math.max(1, weights.elementCount()), Shape.SCALAR);
  }

  /** A scale for every place along the axis. */
  static QuantizedWeights along(Tensor weights, int axis) {
    Shape shape = weights.shape();
    int inner = shape.product(axis + 1, shape.rank());
    return of(weights, shape.dimension(axis), inner, Shape.of(shape.dimension(axis)));
  }

  /** Element {@code index} belongs to place {@code index / inner % places}. */
  private static QuantizedWeights of(Tensor weights, int places, int inner, Shape scaleShape) {
    float[] scales = new float[places];
    for (int index = 0; index < weights.elementCount(); index++) {
      int place = index / inner % places;
      scales[place] = Math.max(scales[place], (float) Math.abs(weights.getDouble(index)));
    }
    for (int place = 0; place < places; place++) {
      scales[place] = scales[place] > 0 ? scales[place] / LARGEST : 1;
    }
    byte[] values = new byte[weights.elementCount()];
    for (int index = 0; index < values.length; index++) {
      double steps = weights.getDouble(index) / scales[index / inner % places];
      values[index] = (byte) Math.max(-LARGEST, Math.min(LARGEST, Math.rint(steps)));
    }
    return new QuantizedWeights(
        new ByteTensor(ElementType.INT8, weights.shape(), values, 0),
        FloatTensor.of(scaleShape, scales));
  }
}
