package edgex.tensor;

/**
 * Matrix multiplication of floats, blocked for registers and cache.
 *
 * <p>Blocks of both factors are first copied ("packed") into panels of {@value #PANEL} rows or
 * columns, in the order in which the innermost loop reads them:
 *
 * <pre>
 *   A block, panels of 4 rows      B block, panels of 4 columns
 *   a00 a10 a20 a30 | a01 a11 ...  b00 b01 b02 b03 | b10 b11 ...
 * </pre>
 *
 * That loop then keeps a 4 x 4 tile of the product in local variables. Every element of the product
 * sums its terms in the same order whatever the sizes around it, so results do not depend on
 * blocking across rows or columns. An instance owns its packing buffers: one thread at a time.
 */
public final class Gemm {
  private static final int PANEL = 4;

  /** Terms per block: a panel of 4 x 256 floats fits the first-level cache beside its partner. */
  private static final int BLOCK_DEPTH = 256;

  /** Columns per block: 256 x 256 floats are 256 KiB, within the second-level cache. */
  private static final int BLOCK_COLUMNS = 256;

  /** Bytes of memory one instance holds. */
  public static final int BUFFER_BYTES = Float.BYTES * BLOCK_DEPTH * (BLOCK_COLUMNS + PANEL);

  private final float[] packedLeft = new float[BLOCK_DEPTH * PANEL];
  private final float[] packedRight = new float[BLOCK_DEPTH * BLOCK_COLUMNS];

  /**
   * Adds the product {@code left * right} to {@code sum}.
   *
   * @throws TensorException if the three sizes do not fit each other
   */
  public void multiplyAdd(Matrix left, Matrix right, Matrix sum) {
    if (left.columns != right.rows || left.rows != sum.rows || right.columns != sum.columns) {
      throw new TensorException(
          "cannot multiply matrices of "
              + (left.rows + "x" + left.columns)
              + (" and " + right.rows + "x" + right.columns));
    }
    for (int column = 0; column < right.columns; column += BLOCK_COLUMNS) {
      int columns = Math.min(BLOCK_COLUMNS, right.columns - column);
      for (int term = 0; term < left.columns; term += BLOCK_DEPTH) {
        int depth = Math.min(BLOCK_DEPTH, left.columns - term);
        pack(right.transposed(), column, columns, term, depth, packedRight);
        multiplyBlock(left, sum, term, depth, column, columns);
      }
    }
  }

  private void multiplyBlock(
      Matrix left, Matrix sum, int term, int depth, int column, int columns) {
    for (int row = 0; row < left.rows; row += PANEL) {
      pack(left, row, Math.min(PANEL, left.rows - row), term, depth, packedLeft);
      for (int panel = 0; panel < columns; panel += PANEL) {
        multiplyTile(panel * depth, depth, sum, row, column + panel);
      }
    }
  }

  /** Copies {@code count} rows of {@code source} into panels, the last one filled up with zeros. */
  private static void pack(Matrix source, int row, int count, int term, int depth, float[] packed) {
    float[] values = source.values;
    int rowStride = source.rowStride;
    int termStride = source.columnStride;
    for (int panel = 0; panel < count; panel += PANEL) {
      int live = Math.min(PANEL, count - panel);
      for (int lane = 0; lane < PANEL; lane++) {
        int target = panel * depth + lane;
        int from = source.offset + (row + panel + lane) * rowStride + term * termStride;
        for (int step = 0; step < depth; step++) {
          packed[target] = lane < live ? values[from] : 0f;
          target += PANEL;
          from += termStride;
        }
      }
    }
  }

  private void multiplyTile(int rightFrom, int depth, Matrix sum, int row, int column) {
    float[] a = packedLeft;
    float[] b = packedRight;
    float s00 = 0, s01 = 0, s02 = 0, s03 = 0;
    float s10 = 0, s11 = 0, s12 = 0, s13 = 0;
    float s20 = 0, s21 = 0, s22 = 0, s23 = 0;
    float s30 = 0, s31 = 0, s32 = 0, s33 = 0;
    int right = rightFrom;
    int end = depth * PANEL;
    for (int left = 0; left < end; left += PANEL) {
      float b0 = b[right], b1 = b[right + 1], b2 = b[right + 2], b3 = b[right + 3];
      float a0 = a[left], a1 = a[left + 1], a2 = a[left + 2], a3 = a[left + 3];
      s00 += a0 * b0;
      s01 += a0 * b1;
      s02 += a0 * b2;
      s03 += a0 * b3;
      s10 += a1 * b0;
      s11 += a1 * b1;
      s12 += a1 * b2;
      s13 += a1 * b3;
      s20 += a2 * b0;
      s21 += a2 * b1;
      s22 += a2 * b2;
      s23 += a2 * b3;
      s30 += a3 * b0;
      s31 += a3 * b1;
      s32 += a3 * b2;
      s33 += a3 * b3;
      right += PANEL;
    }
    addRow(sum, row, column, s00, s01, s02, s03);
    addRow(sum, row + 1, column, s10, s11, s12, s13);
    addRow(sum, row + 2, column, s20, s21, s22, s23);
    addRow(sum, row + 3, column, s30, s31, s32, s33);
  }

  /** Adds four neighbouring results, leaving out what the zero padding of the panels produced. */
  private static void addRow(
      Matrix sum, int row, int column, float s0, float s1, float s2, float s3) {
    if (row >= sum.rows) {
      return;
    }
    float[] values = sum.values;
    int stride = sum.columnStride;
    int index = sum.offset + row * sum.rowStride + column * stride;
    int live = sum.columns - column;
    values[index] += s0;
    if (live > 1) {
      values[index + stride] += s1;
    }
    if (live > 2) {
      values[index + 2 * stride] += s2;
    }
    if (live > 3) {
      values[index + 3 * stride] += s3;
    }
  }
}
