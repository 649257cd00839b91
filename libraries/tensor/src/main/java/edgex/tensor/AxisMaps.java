package edgex.tensor;

/**
 * Copies elements by one table of indices per axis: what padding, tiling, cropping and enlarging by
 * the nearest element have in common.
 */
public final class AxisMaps {
  /** Stands for an index outside of the input. */
  public static final int OUTSIDE = -1;

  /** So many elements are copied faster together than one by one. */
  private static final int SHORTEST_RUN = 4;

  private AxisMaps() {}

  /**
   * Sets element (i, j, ...) of {@code result} to element {@code (maps[0][i], maps[1][j], ...)} of
   * {@code input}; elements for which any index is {@link #OUTSIDE} stay as they are.
   *
   * @param maps for each axis, an index into the input's axis for every index of the result's
   */
  public static void copy(Tensor input, int[][] maps, Tensor result) {
    Shape shape = result.shape();
    int outer = shape.rank() - 1;
    if (outer < 0) {
      result.setFrom(0, input, 0);
      return;
    }
    int[] row = maps[outer];
    boolean isWhole = isWhole(row);
    int[] strides = input.shape().strides();
    int[] position = new int[outer];
    int previous = OUTSIDE;
    int previousIndex = 0;
    for (int index = 0; index < shape.elementCount(); index += row.length) {
      int source = 0;
      for (int axis = 0; axis < outer && source != OUTSIDE; axis++) {
        int at = maps[axis][position[axis]];
        source = at == OUTSIDE ? OUTSIDE : source + at * strides[axis];
      }
      if (source != OUTSIDE && source == previous && isWhole) {
        result.copy(index, result, previousIndex, row.length);
      } else if (source != OUTSIDE) {
        copyRow(input, source, row, result, index);
        previous = source;
        previousIndex = index;
      }
      for (int axis = outer - 1; axis >= 0 && ++position[axis] == shape.dimension(axis); axis--) {
        position[axis] = 0;
      }
    }
  }

  private static boolean isWhole(int[] map) {
    for (int at : map) {
      if (at == OUTSIDE) {
        return false;
      }
    }
    return true;
  }

  /** Copies neighbours that stay neighbours together. */
  private static void copyRow(Tensor input, int source, int[] row, Tensor result, int to) {
    for (int index = 0; index < row.length; ) {
      int end = index + 1;
      while (row[index] != OUTSIDE && end < row.length && row[end] == row[end - 1] + 1) {
        end++;
      }
      if (end - index >= SHORTEST_RUN) {
        result.copy(to + index, input, source + row[index], end - index);
      } else {
        copySingly(input, source, row, result, to, index, end);
      }
      index = end;
    }
  }

  private static void copySingly(
      Tensor input, int source, int[] row, Tensor result, int to, int from, int end) {
    for (int index = from; index < end; index++) {
      if (row[index] == OUTSIDE) {
        continue;
      }
      if (input instanceof FloatTensor floats && result instanceof FloatTensor target) {
        float value = floats.values()[floats.offset() + source + row[index]];
        target.values()[target.offset() + to + index] = value;
      } else {
        result.setFrom(to + index, input, source + row[index]);
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
