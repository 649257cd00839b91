package edgex.tensor.kernel;

/**
 * The numbers that describe the padded copy of a convolution's input to {@link FloatKernels#stage}:
 * places in an int array, whose order the native kernels know.
 */
public final class StageJob {
  /** Channels to copy. */
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

  /** Lines of each of the stride_height x stride_width pictures of a channel. */
  public static final int STAGED_HEIGHT = 7;

  /** Elements of a line of those pictures. */
  public static final int STAGED_WIDTH = 8;

  /** Length of the array. */
  public static final int LENGTH = 9;

  private StageJob() {}
}
