package edgex.onnx.operator.indexing;

import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * Which slices of the data, for GatherND and ScatterND, a tensor of indices points to: its last
 * axis holds coordinates of the data's first axes, after those that both share as batch.
 */
final class SlicePlaces {
  private final Shape data;
  private final Tensor indices;
  private final int batchAxes;
  private final int coordinates;
  private final int[] strides;

  SlicePlaces(Shape data, Tensor indices, long batchAxes) {
    Shape shape = indices.shape();
    int most = Math.min(data.rank(), shape.rank()) - 1;
    if (batchAxes < 0 || batchAxes > most) {
      throw new TensorException("indices of shape " + shape + " do not fit " + data);
    }
    this.data = data;
    this.indices = indices;
    this.batchAxes = (int) batchAxes;
    this.coordinates = shape.dimension(shape.rank() - 1);
    this.strides = data.strides();
    boolean fits = this.batchAxes + coordinates <= data.rank();
    for (int axis = 0; axis < batchAxes; axis++) {
      fits &= data.dimension(axis) == shape.dimension(axis);
    }
    if (!fits) {
      throw new TensorException("indices of shape " + shape + " do not fit " + data);
    }
  }

  /** Number of slices pointed to. */
  int count() {
    return indices.shape().product(0, indices.shape().rank() - 1);
  }

  /** Elements in each slice. */
  int sliceElements() {
    return data.product(batchAxes + coordinates, data.rank());
  }

  /** The shape of all slices: that of the indices but for the last axis, and that of a slice. */
  Shape slicesShape() {
    int[] dimensions = indices.shape().toArray();
    int first = batchAxes + coordinates;
    int outer = dimensions.length - 1;
    int[] all = Arrays.copyOf(dimensions, outer + data.rank() - first);
    for (int axis = first; axis < data.rank(); axis++) {
      all[outer + axis - first] = data.dimension(axis);
    }
    return Shape.of(all);
  }

  /** The first element of the slice that the {@code index}-th coordinates point to. */
  int start(int index) {
    int perBatch = Math.max(1, count() / Math.max(1, data.product(0, batchAxes)));
    int start = index / perBatch * data.product(batchAxes, data.rank());
    for (int coordinate = 0; coordinate < coordinates; coordinate++) {
      int axis = batchAxes + coordinate;
      long place = indices.getLong(index * coordinates + coordinate);
      start += Shape.axis(place, data.dimension(axis)) * strides[axis];
    }
    return start;
  }
}
