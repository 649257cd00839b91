package edgex.tensor;

import edgex.tensor.kernel.FloatKernels;
import edgex.tensor.kernel.ProductJob;

/**
 * Matrix multiplication of floats by {@link FloatKernels#product}, in blocks that fit the cache.
 *
 * <p>A block of the left factor is packed once and meets the right factor strip by strip. With few
 * rows, packing the right factor would cost more than it saves, and it is read where it lies; a
 * single row and a right factor that lies in columns make dot products. Otherwise every element of
 * the product sums its terms in the same order whatever the sizes around it. An instance owns its
 * packing buffers: one thread at a time.
 */
public final class Gemm {
  /** Terms per block: a strip of 48 columns is then 96 KiB, within the second-level cache. */
  private static final int BLOCK_DEPTH = 512;

  /** Rows per block: 256 x 512 floats are 512 KiB. */
  private static final int BLOCK_ROWS = 256;

  /** Most rows for which the right factor is not packed. */
  private static final int FEW_ROWS = 8;

  private final float[] parameters = {0, 0, 1, 0};
  private final int[] packedRows = new int[BLOCK_DEPTH];
  private final int[] rightRows = new int[BLOCK_DEPTH];
  private float[] packedLeft = new float[0];
  private float[] packedRight = new float[0];

  /** Creates a multiplier; buffers grow with what it multiplies. */
  public Gemm() {
    for (int term = 0; term < BLOCK_DEPTH; term++) {
      packedRows[term] = term * FloatKernels.panelColumns();
    }
  }

  /** Bytes of memory that the buffers of an instance grow to at most. */
  public static int bufferBytes() {
    int rows = roundUp(BLOCK_ROWS, FloatKernels.panelRows());
    return Float.BYTES * BLOCK_DEPTH * (rows + FloatKernels.panelColumns() + 2);
  }

  private static int roundUp(int count, int unit) {
    return (count + unit - 1) / unit * unit;
  }

  /**
   * Adds the product {@code left * right} to {@code sum}.
   *
   * @throws TensorException if the three sizes do not fit each other, or neither the rows nor the
   *     columns of the sum are contiguous
   */
  public void multiplyAdd(Matrix left, Matrix right, Matrix sum) {
    if (left.columns != right.rows || left.rows != sum.rows || right.columns != sum.columns) {
      throw new TensorException(
          "cannot multiply matrices of "
              + (left.rows + "x" + left.columns)
              + (" and " + right.rows + "x" + right.columns));
    }
    if (sum.columnStride != 1) {
      if (sum.rowStride != 1) {
        throw new TensorException("a product needs contiguous rows or columns");
      }
      multiplyAdd(right.transposed(), left.transposed(), sum.transposed());
      return;
    }
    if (left.rows == 1 && left.columnStride == 1 && right.rowStride == 1) {
      FloatKernels.addDots(
          right.values,
          right.offset,
          right.columnStride,
          left.values,
          left.offset,
          sum.values,
          sum.offset,
          right.columns,
          left.columns);
      return;
    }
    for (int term = 0; term < left.columns; term += BLOCK_DEPTH) {
      int depth = Math.min(BLOCK_DEPTH, left.columns - term);
      for (int row = 0; row < left.rows; row += BLOCK_ROWS) {
        int rows = Math.min(BLOCK_ROWS, left.rows - row);
        packLeft(left, row, rows, term, depth);
        multiplyBlock(right, term, sum, row, ProductJob.of(rows, depth, 0, sum.rowStride, 0));
      }
    }
  }

  private void packLeft(Matrix left, int row, int rows, int term, int depth) {
    int elements = roundUp(rows, FloatKernels.panelRows()) * depth;
    if (packedLeft.length < elements) {
      packedLeft = new float[elements];
    }
    int from = left.offset + row * left.rowStride + term * left.columnStride;
    FloatKernels.packLeft(
        left.values, from, rows, depth, left.rowStride, left.columnStride, packedLeft, 0);
  }

  /** Multiplies the packed rows by all columns. */
  private void multiplyBlock(Matrix right, int term, Matrix sum, int row, int[] job) {
    int strip = FloatKernels.panelColumns();
    int packedFrom = 0;
    job[ProductJob.ACCUMULATE] = 1;
    int start = right.offset + term * right.rowStride;
    if (job[ProductJob.ROWS] <= FEW_ROWS && right.columnStride == 1) {
      packedFrom = right.columns / strip * strip;
      for (int index = 0; index < job[ProductJob.DEPTH]; index++) {
        rightRows[index] = index * right.rowStride;
      }
      job[ProductJob.RIGHT_STRIP_STEP] = strip;
      multiply(job, packedFrom, right.values, start, rightRows, sum, row, 0);
    }
    int depth = job[ProductJob.DEPTH];
    if (packedRight.length < depth * strip) {
      packedRight = new float[depth * strip];
    }
    for (int column = packedFrom; column < right.columns; column += strip) {
      int columns = Math.min(strip, right.columns - column);
      int from = start + column * right.columnStride;
      FloatKernels.packRight(
          right.values, from, depth, columns, right.rowStride, right.columnStride, packedRight, 0);
      multiply(job, columns, packedRight, 0, packedRows, sum, row, column);
    }
  }

  private void multiply(
      int[] job,
      int columns,
      float[] right,
      int from,
      int[] rows,
      Matrix sum,
      int row,
      int column) {
    job[ProductJob.COLUMNS] = columns;
    job[ProductJob.LINE_LENGTH] = Math.max(columns, 1);
    job[ProductJob.LINE_USED] = job[ProductJob.LINE_LENGTH];
    int to = sum.offset + row * sum.rowStride + column;
    FloatKernels.product(
        job, packedLeft, 0, right, from, rows, sum.values, to, null, 0, null, 0, parameters);
  }
}
