package edgex.tensor.kernel;

/**
 * The numbers that describe a product of bytes to {@link ByteKernels}: places in an int array,
 * whose order the native kernels know.
 */
public final class ByteProductJob {
  /** Rows of the left factor and the result. */
  public static final int ROWS = 0;

  /** Terms of each sum. */
  public static final int DEPTH = 1;

  /** Columns of the right factor and the result. */
  public static final int COLUMNS = 2;

  /** Zero point of the left factor, 0 to 255. */
  public static final int LEFT_ZERO = 3;

  /** Zero point of the packed right factor, -128 to 127. */
  public static final int RIGHT_ZERO = 4;

  /** Of real results: 1 if a bias per column is added, else 0. */
  public static final int HAS_BIAS = 5;

  /** Of real results: 1 for a scale per column, 0 for one scale. */
  public static final int SCALE_STEP = 6;

  /** Length of the array. */
  public static final int LENGTH = 7;

  private ByteProductJob() {}
}
