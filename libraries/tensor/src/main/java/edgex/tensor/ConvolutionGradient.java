package edgex.tensor;

import java.util.Arrays;

/**
 * The gradients of a {@link Convolution} over two spatial axes, in one group.
 *
 * <p>With the windows of one sample as columns (depth x positions) the convolution is {@code result
 * = weights * columns}; so the gradient of the weights is {@code resultGradient * columns^T}, and
 * that of the columns {@code weights^T * resultGradient}, added back to where the columns came
 * from. All results are added to what is there.
 */
public final class ConvolutionGradient {
  private final Window[] axes;
  private final int channels;
  private final int outputs;
  private final int depth;
  private final int positions;
  private final int inputPositions;
  private final float[] columns;

  /** Prepares for samples of {@code channels}, of which {@code outputs} channels are made. */
  public ConvolutionGradient(int channels, int outputs, Window height, Window width) {
    this.axes = new Window[] {height, width};
    this.channels = channels;
    this.outputs = outputs;
    this.depth = channels * height.kernel() * width.kernel();
    this.positions = height.output() * width.output();
    this.inputPositions = height.input() * width.input();
    this.columns = new float[Shape.of(depth, positions).elementCount()];
  }

  /** Adds to the gradient of the weights [outputs, channels, height, width]. */
  public void addToWeights(
      Gemm gemm, FloatTensor input, FloatTensor resultGradient, FloatTensor weightsGradient) {
    WindowColumns windows = new WindowColumns(axes);
    Matrix sum =
        Matrix.rowMajor(weightsGradient.values(), weightsGradient.offset(), outputs, depth);
    for (int sample = 0; sample < input.shape().dimension(0); sample++) {
      int from = input.offset() + sample * channels * inputPositions;
      windows.fill(input.values(), from, channels, 0, axes[0].output(), columns);
      Matrix right = Matrix.rowMajor(columns, 0, depth, positions).transposed();
      gemm.multiplyAdd(gradientOf(resultGradient, sample), right, sum);
    }
  }

  /** Adds to the gradient of the input [samples, channels, height, width]. */
  public void addToInput(
      Gemm gemm, FloatTensor weights, FloatTensor resultGradient, FloatTensor inputGradient) {
    Matrix left = Matrix.rowMajor(weights.values(), weights.offset(), outputs, depth).transposed();
    for (int sample = 0; sample < inputGradient.shape().dimension(0); sample++) {
      Arrays.fill(columns, 0);
      Matrix sum = Matrix.rowMajor(columns, 0, depth, positions);
      gemm.multiplyAdd(left, gradientOf(resultGradient, sample), sum);
      int to = inputGradient.offset() + sample * channels * inputPositions;
      addBack(inputGradient.values(), to);
    }
  }

  private Matrix gradientOf(FloatTensor resultGradient, int sample) {
    int from = resultGradient.offset() + sample * outputs * positions;
    return Matrix.rowMajor(resultGradient.values(), from, outputs, positions);
  }

  /** Adds every element of the columns to the element of the input that it stands for. */
  private void addBack(float[] target, int to) {
    Window height = axes[0];
    Window width = axes[1];
    int row = 0;
    for (int channel = 0; channel < channels; channel++) {
      int start = to + channel * inputPositions;
      for (int down = 0; down < height.kernel(); down++) {
        for (int across = 0; across < width.kernel(); across++) {
          for (int line = height.firstInside(down); line < height.endInside(down); line++) {
            int source = row * positions + line * width.output();
            int lineStart = start + height.inputIndex(line, down) * width.input();
            addLine(target, lineStart, source, across);
          }
          row++;
        }
      }
    }
  }

  private void addLine(float[] target, int lineStart, int source, int across) {
    Window width = axes[1];
    int end = width.endInside(across);
    for (int position = width.firstInside(across); position < end; position++) {
      target[lineStart + width.inputIndex(position, across)] += columns[source + position];
    }
  }
}
