package edgex.tensor;

/**
 * Copies elements that lie at regular distances into a row-major tensor: what slicing, transposing,
 * and repeating along an axis have in common.
 */
public final class StridedCopy {
  private StridedCopy() {}

  /**
   * Sets element (i, j, ...) of {@code result} to element {@code start + i * strides[0] + j *
   * strides[1] ...} of {@code input}, which has the same element type.
   *
   * @param strides one distance per axis of the result; may be 0 or negative
   */
  public static void run(Tensor input, int start, int[] strides, Tensor result) {
    Shape shape = result.shape();
    int inner = shape.rank() - 1;
    if (shape.elementCount() == 0) {
      return;
    }
    if (inner < 0) {
      result.setFrom(0, input, start);
      return;
    }
    int count = shape.dimension(inner);
    int stride = strides[inner];
    int[] position = new int[inner];
    int source = start;
    for (int index = 0; index < shape.elementCount(); index += count) {
      if (stride == 1) {
        result.copy(index, input, source, count);
      } else {
        for (int step = 0; step < count; step++) {
          result.setFrom(index + step, input, source + step * stride);
        }
      }
      source += advance(position, shape, strides);
    }
  }

  /** Moves to the next row; returns by how much the source moves. */
  private static int advance(int[] position, Shape shape, int[] strides) {
    int distance = 0;
    for (int axis = position.length - 1; axis >= 0; axis--) {
      distance += strides[axis];
      if (++position[axis] < shape.dimension(axis)) {
        break;
      }
      distance -= strides[axis] * shape.dimension(axis);
      position[axis] = 0;
    }
    return distance;
  }
}
