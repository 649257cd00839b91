package edgex.tensor;

import edgex.tensor.kernel.Activation;
import edgex.tensor.kernel.FloatKernels;
import edgex.tensor.kernel.ProductJob;

/** A matrix of floats packed once to be the right factor of many products. */
public final class PackedMatrix {
  private final int depth;
  private final int columns;
  private final float[] packed;
  private final int[] rows;

  /** Copies a matrix into the order of the kernels. */
  public PackedMatrix(Matrix matrix) {
    depth = matrix.rows;
    columns = matrix.columns;
    int strip = FloatKernels.panelColumns();
    packed = new float[(columns + strip - 1) / strip * strip * depth];
    FloatKernels.packRight(
        matrix.values,
        matrix.offset,
        depth,
        columns,
        matrix.rowStride,
        matrix.columnStride,
        packed,
        0);
    rows = new int[depth];
    for (int term = 0; term < depth; term++) {
      rows[term] = term * strip;
    }
  }

  /** Number of rows: terms of each sum. */
  public int depth() {
    return depth;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Bytes of the packed elements. */
  public long sizeBytes() {
    return (long) Float.BYTES * (packed.length + rows.length);
  }

  /** Floats of scratch memory for a product with {@code rows} rows on the left. */
  public int scratchElements(int rows) {
    int panel = FloatKernels.panelRows();
    return (rows + panel - 1) / panel * panel * depth;
  }

  /**
   * Sets {@code result} to {@code left * this}, row-major.
   *
   * @param bias a float per column, or null
   * @param parameters two of the activation, a factor and a summand for what it gives
   * @param scratch at least {@link #scratchElements} floats, overwritten
   */
  public void multiply(
      FloatTensor left,
      int leftRows,
      float[] bias,
      Activation activation,
      float[] parameters,
      FloatTensor result,
      float[] scratch) {
    FloatKernels.packLeft(left.values(), left.offset(), leftRows, depth, depth, 1, scratch, 0);
    int step = FloatKernels.panelColumns() * depth;
    int[] job = ProductJob.of(leftRows, depth, columns, columns, step);
    job[ProductJob.ACTIVATION] = activation.code();
    job[ProductJob.HAS_BIAS] = bias == null ? 0 : 2;
    FloatKernels.product(
        job,
        scratch,
        0,
        packed,
        0,
        rows,
        result.values(),
        result.offset(),
        bias,
        0,
        null,
        0,
        parameters);
  }
}
