package edgex.tensor;

import edgex.tensor.kernel.Activation;
import edgex.tensor.kernel.FloatKernels;
import edgex.tensor.kernel.ProductJob;
import edgex.tensor.kernel.StageJob;
import java.util.Arrays;

/**
 * A convolution of floats over one or two spatial axes, with packed weights, as matrix products
 * that never write a matrix of windows.
 *
 * <p>The input of a group is copied once with its padding ({@link FloatKernels#stage}). In that
 * copy each tap of the window is a shifted view, which is what the product takes for a row of its
 * right factor. The product also computes the windows that hang over the end of a line, and drops
 * them. Copies are made for a band of output lines at a time, so that they stay in the cache; an
 * input that needs neither padding nor strides is used where it lies.
 *
 * <p>Layouts, all row-major: input [batch, channels, height, width], weights [outputs, channels /
 * groups, kernel height, kernel width], result [batch, outputs, positions].
 */
public final class PictureConvolution {
  /** Elements of a copy: 256 KiB, a part of the second-level cache. */
  private static final int BAND_ELEMENTS = 64 << 10;

  private static final Window ONE = new Window(1, 1, 1, 1, 1, 0, 0);

  private final int groups;
  private final int channels;
  private final int outputs;
  private final Window height;
  private final Window width;
  private final int depth;
  private final int packedGroupElements;
  private final int stagedWidth;
  private final int bandLines;
  private final int bandHeight;
  private final int[] tapRows;
  private final boolean inPlace;

  /**
   * Plans a convolution.
   *
   * @param groups number of groups; channels and outputs divide by it
   * @param channels channels of the input
   * @param outputs channels of the result
   * @param axes one or two windows
   */
  public PictureConvolution(int groups, int channels, int outputs, Window... axes) {
    this.groups = groups;
    this.channels = channels / groups;
    this.outputs = outputs / groups;
    this.height = axes.length == 1 ? ONE : axes[0];
    this.width = axes[axes.length - 1];
    this.depth = this.channels * height.kernel() * width.kernel();
    this.packedGroupElements = packedElements(this.outputs, depth);
    this.inPlace = isPlain(height) && isPlain(width);
    this.stagedWidth = inPlace ? width.input() : width.output() + shift(width, width.kernel() - 1);
    int reach = shift(height, height.kernel() - 1);
    int lineElements = Math.max(1, this.channels * phases() * stagedWidth);
    int lines = inPlace ? height.output() : Math.max(4, BAND_ELEMENTS / lineElements - reach);
    this.bandLines = Math.max(1, Math.min(height.output(), lines));
    this.bandHeight = inPlace ? height.input() : bandLines + reach;
    this.tapRows = tapRows();
  }

  private static boolean isPlain(Window window) {
    return window.stride() == 1 && window.padBegin() == 0 && window.padEnd() == 0;
  }

  /** How far tap {@code tap} looks ahead in the copy for its phase. */
  private static int shift(Window window, int tap) {
    return tap * window.dilation() / window.stride();
  }

  private static int phase(Window window, int tap) {
    return tap * window.dilation() % window.stride();
  }

  private int phases() {
    return height.stride() * width.stride();
  }

  private static int packedElements(int rows, int depth) {
    int panel = FloatKernels.panelRows();
    return (rows + panel - 1) / panel * panel * depth;
  }

  private int[] tapRows() {
    int[] rows = new int[depth];
    int row = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int tapY = 0; tapY < height.kernel(); tapY++) {
        for (int tapX = 0; tapX < width.kernel(); tapX++) {
          int picture = channel * phases();
          picture += phase(height, tapY) * width.stride() + phase(width, tapX);
          int line = picture * bandHeight + shift(height, tapY);
          rows[row++] = line * stagedWidth + shift(width, tapX);
        }
      }
    }
    return rows;
  }

  /** Packs weights in the order in which {@link #run} takes them. */
  public static float[] pack(float[] weights, int offset, int groups, int outputs, int depth) {
    int rows = outputs / groups;
    int elements = packedElements(rows, depth);
    float[] packed = new float[groups * elements];
    for (int group = 0; group < groups; group++) {
      int from = offset + group * rows * depth;
      FloatKernels.packLeft(weights, from, rows, depth, depth, 1, packed, group * elements);
    }
    return packed;
  }

  /** Multiplies the packed weights of each output by its factor. */
  public static void scale(float[] packed, int groups, int outputs, int depth, float[] factors) {
    int rows = outputs / groups;
    int panel = FloatKernels.panelRows();
    int elements = packedElements(rows, depth);
    for (int output = 0; output < outputs; output++) {
      int row = output % rows;
      int start = output / rows * elements + row / panel * panel * depth + row % panel;
      for (int term = 0; term < depth; term++) {
        packed[start + term * panel] *= factors[output];
      }
    }
  }

  /** Floats of scratch memory that {@link #run} may need. */
  public int scratchElements() {
    return channels * phases() * bandHeight * stagedWidth + FloatKernels.panelColumns();
  }

  /** Multiplications of one picture. */
  public long multiplications() {
    return (long) groups * outputs * depth * height.output() * width.output();
  }

  /**
   * Computes the convolution.
   *
   * @param packed weights from {@link #pack}
   * @param bias one float per output, or null
   * @param addend a tensor like the result that is added before the activation, or null
   * @param parameters two of the activation, a factor and a summand for what it gives
   * @param scratch at least {@link #scratchElements()} floats, overwritten
   */
  public void run(
      FloatTensor input,
      float[] packed,
      float[] bias,
      FloatTensor addend,
      Activation activation,
      float[] parameters,
      FloatTensor result,
      float[] scratch) {
    int positions = height.output() * width.output();
    int[] job = ProductJob.of(outputs, depth, 0, positions, FloatKernels.panelColumns());
    job[ProductJob.LINE_LENGTH] = stagedWidth;
    job[ProductJob.LINE_USED] = width.output();
    job[ProductJob.ACTIVATION] = activation.code();
    job[ProductJob.HAS_BIAS] = bias == null ? 0 : 1;
    job[ProductJob.HAS_ADDEND] = addend == null ? 0 : 1;
    int[] stage = stageJob();
    int batches = result.elementCount() / Math.max(1, groups * outputs * positions);
    int blockElements = channels * height.input() * width.input();
    boolean direct = inPlace && hasSlack(input);
    for (int block = 0; block < batches * groups; block++) {
      int group = block % groups;
      int from = input.offset() + block * blockElements;
      int to = block * outputs * positions;
      for (int line = 0; line < height.output(); line += bandLines) {
        int lines = Math.min(bandLines, height.output() - line);
        job[ProductJob.COLUMNS] = (lines - 1) * stagedWidth + width.output();
        stage[StageJob.PAD_TOP] = height.padBegin() - line * height.stride();
        if (!direct) {
          FloatKernels.stage(stage, input.values(), from, scratch, 0);
        }
        int place = to + line * width.output();
        FloatKernels.product(
            job,
            packed,
            group * packedGroupElements,
            direct ? input.values() : scratch,
            direct ? from : 0,
            tapRows,
            result.values(),
            result.offset() + place,
            bias,
            group * outputs,
            addend == null ? null : addend.values(),
            addend == null ? 0 : addend.offset() + place,
            parameters);
      }
    }
  }

  /** The product reads a little beyond the end, which must be inside the array. */
  private static boolean hasSlack(FloatTensor input) {
    int end = input.offset() + input.elementCount();
    return input.values().length - end >= FloatKernels.panelColumns();
  }

  private int[] stageJob() {
    int[] stage = new int[StageJob.LENGTH];
    stage[StageJob.CHANNELS] = channels;
    stage[StageJob.INPUT_HEIGHT] = height.input();
    stage[StageJob.INPUT_WIDTH] = width.input();
    stage[StageJob.PAD_LEFT] = width.padBegin();
    stage[StageJob.STRIDE_HEIGHT] = height.stride();
    stage[StageJob.STRIDE_WIDTH] = width.stride();
    stage[StageJob.STAGED_HEIGHT] = bandHeight;
    stage[StageJob.STAGED_WIDTH] = stagedWidth;
    return stage;
  }

  /** A bias as an array of its own, as {@link #run} takes it. */
  public static float[] biasOf(FloatTensor bias) {
    int from = bias.offset();
    return Arrays.copyOfRange(bias.values(), from, from + bias.elementCount());
  }
}
