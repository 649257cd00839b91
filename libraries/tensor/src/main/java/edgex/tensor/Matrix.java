package edgex.tensor;

/**
 * A view of floats in an array as a matrix: element (row, column) lies at {@code offset + row *
 * rowStride + column * columnStride}. Swapping the strides transposes without copying.
 */
public final class Matrix {
  final float[] values;
  final int offset;
  final int rows;
  final int columns;
  final int rowStride;
  final int columnStride;

  /**
   * The matrix of {@code rows} x {@code columns} elements of {@code values}, which is shared.
   *
   * @param offset index of element (0, 0)
   * @param rowStride distance between rows, in elements
   * @param columnStride distance between columns, in elements
   */
  public Matrix(
      float[] values, int offset, int rows, int columns, int rowStride, int columnStride) {
    this.values = values;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.rowStride = rowStride;
    this.columnStride = columnStride;
  }

  /** The matrix of rows that follow each other without a gap. */
  public static Matrix rowMajor(float[] values, int offset, int rows, int columns) {
    return new Matrix(values, offset, rows, columns, columns, 1);
  }

  /** The same elements with rows and columns exchanged. */
  public Matrix transposed() {
    return new Matrix(values, offset, columns, rows, columnStride, rowStride);
  }
}
