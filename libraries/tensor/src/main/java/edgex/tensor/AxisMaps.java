package edgex.tensor;

/**
 * Copies elements by one table of indices per axis: what padding, tiling, cropping and enlarging by
 * the nearest element have in common.
 */
public final class AxisMaps {
  /** Stands for an index outside of the input. */
  public static final int OUTSIDE = -1;

  private AxisMaps() {}

  /**
   * Sets element (i, j, ...) of {@code result} to element {@code (maps[0][i], maps[1][j], ...)} of
   * {@code input}; elements for which any index is {@link #OUTSIDE} stay as they are.
   *
   * @param maps for each axis, an index into the input's axis for every index of the result's
   */
  public static void copy(Tensor input, int[][] maps, Tensor result) {
    Shape shape = result.shape();
    int rank = shape.rank();
    int[] strides = input.shape().strides();
    int[] position = new int[rank];
    for (int index = 0; index < shape.elementCount(); index++) {
      int source = 0;
      for (int axis = 0; axis < rank && source != OUTSIDE; axis++) {
        int at = maps[axis][position[axis]];
        source = at == OUTSIDE ? OUTSIDE : source + at * strides[axis];
      }
      if (source != OUTSIDE) {
        result.setFrom(index, input, source);
      }
      for (int axis = rank - 1; axis >= 0 && ++position[axis] == shape.dimension(axis); axis--) {
        position[axis] = 0;
      }
    }
  }

  /** The map that leaves an axis as it is. */
  public static int[] identity(int extent) {
    int[] map = new int[extent];
    for (int index = 0; index < extent; index++) {
      map[index] = index;
    }
    return map;
  }
}
