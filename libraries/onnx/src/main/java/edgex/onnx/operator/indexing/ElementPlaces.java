package edgex.onnx.operator.indexing;

import edgex.tensor.Shape;
import edgex.tensor.TensorException;

/**
 * Where, for GatherElements and ScatterElements, an index points: to the element of the data that
 * has the index's own coordinates but for one axis, along which it has the index.
 */
final class ElementPlaces {
  private final Shape indices;
  private final int[] indexStrides;
  private final int[] strides;
  private final int along;
  private final int extent;

  ElementPlaces(Shape data, Shape indices, long axis) {
    this.indices = indices;
    this.along = data.axis(axis);
    this.extent = data.dimension(along);
    if (indices.rank() != data.rank()) {
      throw new TensorException("indices of shape " + indices + " do not fit " + data);
    }
    for (int other = 0; other < data.rank(); other++) {
      if (other != along && indices.dimension(other) > data.dimension(other)) {
        throw new TensorException("indices of shape " + indices + " leave " + data);
      }
    }
    this.indexStrides = indices.strides();
    this.strides = data.strides();
  }

  /** The element of the data that the index {@code value}, the {@code index}-th, points to. */
  int of(int index, long value) {
    int place = Shape.axis(value, extent) * strides[along];
    for (int axis = 0; axis < strides.length; axis++) {
      if (axis != along) {
        place += index / indexStrides[axis] % indices.dimension(axis) * strides[axis];
      }
    }
    return place;
  }
}
