package edgex.tensor.kernel;

/**
 * The numbers that describe a pool over pictures to {@link FloatKernels#pool}: places in an int
 * array, whose order the native kernels know.
 */
public final class PoolJob {
  /** Pictures in a row. */
  public static final int CHANNELS = 0;

  /** Lines of the input. */
  public static final int INPUT_HEIGHT = 1;

  /** Elements of an input line. */
  public static final int INPUT_WIDTH = 2;

  /** Padding above the input. */
  public static final int PAD_TOP = 3;

  /** Padding before each line. */
  public static final int PAD_LEFT = 4;

  /** Distance between windows, downwards. */
  public static final int STRIDE_HEIGHT = 5;

  /** Distance between windows, along a line. */
  public static final int STRIDE_WIDTH = 6;

  /** Distance between the elements of a window, downwards. */
  public static final int DILATION_HEIGHT = 7;

  /** Distance between the elements of a window, along a line. */
  public static final int DILATION_WIDTH = 8;

  /** Lines of a window. */
  public static final int WINDOW_HEIGHT = 9;

  /** Elements of a window's line. */
  public static final int WINDOW_WIDTH = 10;

  /** Lines of the result. */
  public static final int OUTPUT_HEIGHT = 11;

  /** Elements of a line of the result. */
  public static final int OUTPUT_WIDTH = 12;

  /** {@link #LARGEST}, {@link #MEAN_INSIDE} or {@link #MEAN_PADDED}. */
  public static final int KIND = 13;

  /** Lines of the input with its padding on both sides. */
  public static final int PADDED_HEIGHT = 14;

  /** Elements of a line of the input with its padding on both sides. */
  public static final int PADDED_WIDTH = 15;

  /** Length of the array. */
  public static final int LENGTH = 16;

  /** The largest element of each window. */
  public static final int LARGEST = 0;

  /** The mean of each window's elements that lie in the input. */
  public static final int MEAN_INSIDE = 1;

  /** The mean of each window's elements that lie in the padded input, padding being 0. */
  public static final int MEAN_PADDED = 2;

  private PoolJob() {}
}
