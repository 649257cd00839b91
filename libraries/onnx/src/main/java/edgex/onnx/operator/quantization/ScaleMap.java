package edgex.onnx.operator.quantization;

import edgex.tensor.Shape;
import edgex.tensor.TensorException;

/**
 * Which scale and zero point belong to an element: one for all, one for each index along an axis,
 * or one for each block of indices along it.
 */
final class ScaleMap {
  private final int extent;
  private final int inner;
  private final int blocks;
  private final int blockSize;
  private final boolean blocked;

  /**
   * The map for a tensor of {@code shape}.
   *
   * @param blockSize elements along the axis that share a scale, 0 if each has its own
   */
  ScaleMap(Shape shape, Shape scale, long axis, long blockSize) {
    this.blocked = blockSize > 0;
    if (!blocked && scale.elementCount() == 1) {
      this.extent = 1;
      this.inner = Math.max(1, shape.elementCount());
      this.blocks = 1;
      this.blockSize = 1;
      return;
    }
    int along = shape.axis(axis);
    this.extent = shape.dimension(along);
    this.inner = Math.max(1, shape.product(along + 1, shape.rank()));
    this.blockSize = (int) Math.min(Math.max(1, blockSize), Math.max(1, extent));
    this.blocks = (extent + this.blockSize - 1) / this.blockSize;
    Shape expected = blocked ? shape.with(along, blocks) : Shape.of(extent);
    if (!scale.equals(expected)) {
      throw new TensorException("a scale of " + scale + " does not fit " + shape);
    }
  }

  /** Index of the scale and zero point of the element with this flat index. */
  int index(int element) {
    int place = element / inner % extent / blockSize;
    if (!blocked) {
      return place;
    }
    int outer = element / inner / extent;
    return (outer * blocks + place) * inner + element % inner;
  }
}
