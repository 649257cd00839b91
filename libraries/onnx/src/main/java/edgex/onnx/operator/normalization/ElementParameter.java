package edgex.onnx.operator.normalization;

import edgex.tensor.Broadcast;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/** A scale or bias that is broadcast over the normalized axes, one number for each element. */
final class ElementParameter {
  private final Tensor parameter;
  private final double otherwise;

  /** Which element of the parameter belongs to each normalized element; null if they agree. */
  private final int[] map;

  /**
   * The parameter for elements of shape {@code inner}.
   *
   * @param parameter the tensor, or null if every number is {@code otherwise}
   */
  ElementParameter(Tensor parameter, Shape inner, double otherwise) {
    this.parameter = parameter;
    this.otherwise = otherwise;
    this.map =
        parameter == null || parameter.elementCount() == inner.elementCount()
            ? null
            : map(inner, parameter.shape());
  }

  private static int[] map(Shape inner, Shape parameter) {
    Broadcast broadcast = new Broadcast(inner, parameter);
    if (!broadcast.shape().equals(inner)) {
      throw new TensorException("parameter " + parameter + " does not fit " + inner);
    }
    int[] map = new int[inner.elementCount()];
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            map[to + i] = starts[1] + i * steps[1];
          }
        });
    return map;
  }

  double get(int index) {
    if (parameter == null) {
      return otherwise;
    }
    return parameter.getDouble(map == null ? index : map[index]);
  }

  /** The axes from {@code first} on. */
  static Shape innerShape(Shape shape, int first) {
    return Shape.of(Arrays.copyOfRange(shape.toArray(), first, shape.rank()));
  }

  /** The whole shape with extent 1 for the axes from {@code first} on. */
  static Shape keptShape(Shape shape, int first) {
    int[] dimensions = shape.toArray();
    Arrays.fill(dimensions, first, dimensions.length, 1);
    return Shape.of(dimensions);
  }
}
