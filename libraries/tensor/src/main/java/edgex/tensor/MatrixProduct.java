package edgex.tensor;

/**
 * The matrix product of any one element type, through accessors: exact for integers, in double
 * precision for floating-point numbers. {@link Gemm} is the fast one for floats.
 */
public final class MatrixProduct {
  private MatrixProduct() {}

  /** A matrix inside a tensor: where element (0, 0) lies, and the distances between elements. */
  public record Place(Tensor tensor, int start, int rowStride, int columnStride) {}

  /** Adds {@code left * right} to {@code sum}, of {@code rows} x {@code columns} elements. */
  public static void add(Place left, Place right, Place sum, int rows, int depth, int columns) {
    boolean real = sum.tensor().type().isFloatingPoint();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int leftIndex = left.start() + row * left.rowStride();
        int rightIndex = right.start() + column * right.columnStride();
        int index = sum.start() + row * sum.rowStride() + column * sum.columnStride();
        double realSum = 0;
        long wholeSum = 0;
        for (int term = 0; term < depth; term++) {
          if (real) {
            realSum += left.tensor().getDouble(leftIndex) * right.tensor().getDouble(rightIndex);
          } else {
            wholeSum += left.tensor().getLong(leftIndex) * right.tensor().getLong(rightIndex);
          }
          leftIndex += left.columnStride();
          rightIndex += right.rowStride();
        }
        if (real) {
          sum.tensor().setDouble(index, sum.tensor().getDouble(index) + realSum);
        } else {
          sum.tensor().setLong(index, sum.tensor().getLong(index) + wholeSum);
        }
      }
    }
  }
}
