package edgex.tensor;

import java.util.Arrays;

/**
 * Matrix multiplication of 8-bit integers, signed or unsigned, into 32-bit sums that wrap around.
 *
 * <p>A zero point is taken from every element first: {@code sum[i][j] = sum over k of (a[i][k] -
 * zeroA[i]) * (b[k][j] - zeroB[j])}. That of the right factor is taken out of the sum at the end,
 * where it costs one product a row.
 */
public final class ByteGemm {
  private ByteGemm() {}

  /** The zero points of the rows or columns of a factor; one for all, or one for each. */
  public static final class ZeroPoints {
    /** For factors without an offset. */
    public static final ZeroPoints NONE = new ZeroPoints(new int[] {0});

    private final int[] points;

    /** One number for all rows or columns, or one for each. */
    public ZeroPoints(int... points) {
      this.points = Arrays.copyOf(points, points.length);
    }

    int get(int index) {
      return points[points.length == 1 ? 0 : index];
    }

    /** Whether there is one number for all, or {@code count}. */
    public boolean fits(int count) {
      return points.length == 1 || points.length == count;
    }
  }

  /**
   * Sets {@code rows * columns} elements of {@code sums} to the product.
   *
   * @param left matrix of {@code rows} x {@code depth} elements, row-major
   * @param right matrix of {@code depth} x {@code columns} elements, row-major
   * @param sums the result, row-major from index {@code sumsFrom} on
   */
  public static void multiply(
      Factor left, Factor right, int rows, int depth, int columns, int[] sums, int sumsFrom) {
    byte[] a = left.tensor.values();
    byte[] b = right.tensor.values();
    int flip = right.lift();
    for (int row = 0; row < rows; row++) {
      int to = sumsFrom + row * columns;
      Arrays.fill(sums, to, to + columns, 0);
      int leftSum = 0;
      for (int term = 0; term < depth; term++) {
        int raw = (byte) (a[left.start + row * depth + term] ^ left.lift());
        int factor = raw + left.lift() - left.zeros.get(row);
        leftSum += factor;
        int from = right.start + term * columns;
        for (int column = 0; column < columns; column++) {
          sums[to + column] += factor * (byte) (b[from + column] ^ flip);
        }
      }
      for (int column = 0; column < columns; column++) {
        sums[to + column] += leftSum * (right.lift() - right.zeros.get(column));
      }
    }
  }

  /** A matrix of 8-bit integers inside a tensor, with its zero points. */
  public static final class Factor {
    private static final int UNSIGNED_LIFT = 128;

    private final ByteTensor tensor;
    private final int start;
    private final ZeroPoints zeros;

    /** The matrix whose first element is element {@code from} of the tensor. */
    public Factor(ByteTensor tensor, int from, ZeroPoints zeros) {
      this.tensor = tensor;
      this.start = tensor.offset() + from;
      this.zeros = zeros;
    }

    /**
     * What is added to elements as they are read: with its highest bit flipped, which is this bit
     * too, an unsigned byte is a signed one that is 128 too small.
     */
    private int lift() {
      return tensor.type().isUnsigned() ? UNSIGNED_LIFT : 0;
    }
  }
}
