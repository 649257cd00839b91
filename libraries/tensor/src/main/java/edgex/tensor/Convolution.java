package edgex.tensor;

import edgex.tensor.kernel.Activation;
import java.util.Arrays;

/**
 * Convolution of floats over any number of spatial axes: a {@link PictureConvolution} where there
 * are one or two, else a matrix product per batch and group.
 *
 * <p>Layouts, all row-major: input [batch, channels, spatial...], weights [outputs, channels /
 * groups, kernel...], bias [outputs], result [batch, outputs, positions...].
 */
public final class Convolution {
  /** Columns of windows that exist at one time, if a line of the output is not longer. */
  private static final int TILE_COLUMNS = 1024;

  private final int batches;
  private final int groups;
  private final int channelsPerGroup;
  private final int outputsPerGroup;
  private final Window[] axes;
  private final int lines;
  private final int lineLength;
  private final int depth;

  /** Does the work where there are one or two axes, else null. */
  private final PictureConvolution picture;

  /**
   * Plans a convolution.
   *
   * @param axes one window per spatial axis, at least one
   * @throws TensorException if channels or outputs do not divide by the number of groups
   */
  public Convolution(int batches, int groups, int channels, int outputs, Window... axes) {
    requireGroups(groups, channels, outputs);
    this.batches = batches;
    this.groups = groups;
    this.channelsPerGroup = channels / groups;
    this.outputsPerGroup = outputs / groups;
    this.axes = Arrays.copyOf(axes, axes.length);
    long depth = channelsPerGroup;
    int lines = 1;
    for (int axis = 0; axis < axes.length; axis++) {
      depth *= axes[axis].kernel();
      lines *= axis < axes.length - 1 ? axes[axis].output() : 1;
      if (depth > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("the window of a convolution is too large");
      }
    }
    this.depth = (int) depth;
    this.lines = lines;
    this.lineLength = axes[axes.length - 1].output();
    this.picture =
        axes.length <= 2 ? new PictureConvolution(groups, channels, outputs, axes) : null;
  }

  /** Checks that channels and outputs divide by the number of groups. */
  static void requireGroups(int groups, int channels, int outputs) {
    if (groups < 1 || channels % groups != 0 || outputs % groups != 0) {
      throw new TensorException(
          channels + " channels and " + outputs + " outputs do not divide into " + groups);
    }
  }

  /** Floats of scratch memory that {@link #run} needs; 0 if the input can be used in place. */
  public long scratchElements() {
    if (picture != null) {
      return picture.scratchElements();
    }
    return isPointwise() ? 0 : (long) depth * tileLines() * lineLength;
  }

  private int tileLines() {
    return Math.max(1, Math.min(lines, TILE_COLUMNS / Math.max(lineLength, 1)));
  }

  /** Whether every window is one element and none is skipped: the input is the matrix already. */
  private boolean isPointwise() {
    for (Window axis : axes) {
      if (axis.kernel() != 1 || axis.stride() != 1 || axis.output() != axis.input()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Computes the convolution.
   *
   * @param bias the bias, or null for none
   * @param scratch at least {@link #scratchElements()} floats, overwritten
   */
  public void run(
      Gemm gemm,
      FloatTensor input,
      FloatTensor weights,
      FloatTensor bias,
      FloatTensor result,
      float[] scratch) {
    if (picture != null) {
      int outputs = groups * outputsPerGroup;
      float[] packed =
          PictureConvolution.pack(weights.values(), weights.offset(), groups, outputs, depth);
      float[] biases = bias == null ? null : PictureConvolution.biasOf(bias);
      float[] none = Activation.noParameters();
      picture.run(input, packed, biases, null, Activation.IDENTITY, none, result, scratch);
      return;
    }
    WindowColumns columns = new WindowColumns(axes);
    int positions = lines * lineLength;
    int inputPositions = inputPositions();
    for (int block = 0; block < batches * groups; block++) {
      int group = block % groups;
      int from = input.offset() + block * channelsPerGroup * inputPositions;
      int to = result.offset() + block * outputsPerGroup * positions;
      int weightsFrom = weights.offset() + group * outputsPerGroup * depth;
      Matrix left = Matrix.rowMajor(weights.values(), weightsFrom, outputsPerGroup, depth);
      fillBias(bias, group, result.values(), to, positions);
      if (isPointwise()) {
        Matrix right = Matrix.rowMajor(input.values(), from, depth, positions);
        gemm.multiplyAdd(
            left, right, Matrix.rowMajor(result.values(), to, outputsPerGroup, positions));
        continue;
      }
      for (int line = 0; line < lines; line += tileLines()) {
        int endLine = Math.min(lines, line + tileLines());
        int width = (endLine - line) * lineLength;
        columns.fill(input.values(), from, channelsPerGroup, line, endLine, scratch);
        gemm.multiplyAdd(
            left,
            Matrix.rowMajor(scratch, 0, depth, width),
            new Matrix(
                result.values(), to + line * lineLength, outputsPerGroup, width, positions, 1));
      }
    }
  }

  private int inputPositions() {
    int inputPositions = 1;
    for (Window axis : axes) {
      inputPositions *= axis.input();
    }
    return inputPositions;
  }

  private void fillBias(FloatTensor bias, int group, float[] result, int to, int positions) {
    for (int output = 0; output < outputsPerGroup; output++) {
      float value =
          bias == null ? 0f : bias.values()[bias.offset() + group * outputsPerGroup + output];
      int start = to + output * positions;
      Arrays.fill(result, start, start + positions, value);
    }
  }
}
