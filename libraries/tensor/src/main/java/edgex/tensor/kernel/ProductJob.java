package edgex.tensor.kernel;

/**
 * The numbers that describe a matrix product to {@link FloatKernels#product}: places in an int
 * array, whose order the native kernels know. Strides are in elements.
 *
 * <p>The columns of the product form lines of {@link #LINE_LENGTH}, of which the first {@link
 * #LINE_USED} are stored, one line behind the other: a convolution also computes windows that hang
 * over the edge of a line. Without lines both are at least the number of columns.
 */
public final class ProductJob {
  /** Rows of the left factor and the result. */
  public static final int ROWS = 0;

  /** Terms of each sum. */
  public static final int DEPTH = 1;

  /** Computed columns, those between lines included. */
  public static final int COLUMNS = 2;

  /** Computed columns from the start of one line to the next. */
  public static final int LINE_LENGTH = 3;

  /** Stored columns of a line. */
  public static final int LINE_USED = 4;

  /** Distance between the result's rows. */
  public static final int RESULT_ROW_STRIDE = 5;

  /** Distance between two strips of {@link FloatKernels#panelColumns()} of the right factor. */
  public static final int RIGHT_STRIP_STEP = 6;

  /** 1 if the result's old content is added, else 0. */
  public static final int ACCUMULATE = 7;

  /** Code of the {@link Activation} at the end. */
  public static final int ACTIVATION = 8;

  /** 0 for no bias, 1 for one per row, 2 for one per column. */
  public static final int HAS_BIAS = 9;

  /** 1 if a tensor laid out as the result is added before the activation, else 0. */
  public static final int HAS_ADDEND = 10;

  /** Length of the array. */
  public static final int LENGTH = 11;

  private ProductJob() {}

  /** A product without lines, bias, addend and activation. */
  public static int[] of(int rows, int depth, int columns, int resultRowStride, int stripStep) {
    int[] job = new int[LENGTH];
    job[ROWS] = rows;
    job[DEPTH] = depth;
    job[COLUMNS] = columns;
    job[LINE_LENGTH] = Math.max(columns, 1);
    job[LINE_USED] = job[LINE_LENGTH];
    job[RESULT_ROW_STRIDE] = resultRowStride;
    job[RIGHT_STRIP_STEP] = stripStep;
    return job;
  }
}
