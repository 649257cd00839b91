package edgex.tensor;

/**
 * Adds the columns of windows back to the places they were taken from: the reverse of rewriting a
 * convolution's input as a matrix ("col2im").
 *
 * <pre>
 *   row    = (channel, element of the window), row-major
 *   column = window position, row-major
 * </pre>
 */
public final class ColumnSum {
  private ColumnSum() {}

  /**
   * Adds columns to channels.
   *
   * @param columns the matrix, from element {@code from} on
   * @param channels number of channels
   * @param axes how the window moves over {@code result}, one for each spatial axis
   * @param result channels of {@code axes} elements each, from element {@code to} on
   */
  public static void add(
      Tensor columns, int from, int channels, Window[] axes, Tensor result, int to) {
    if (axes.length == 2
        && columns instanceof FloatTensor floats
        && result instanceof FloatTensor sums) {
      addPictures(floats, from, channels, axes[0], axes[1], sums, to);
      return;
    }
    WindowTaps taps = new WindowTaps(axes);
    int positions = taps.positions();
    taps.restart();
    for (int position = 0; position < positions; position++) {
      for (int channel = 0; channel < channels; channel++) {
        int row = from + channel * taps.kernelElements() * positions + position;
        int start = to + channel * taps.inputElements();
        for (int tap = 0; tap < taps.count(); tap++) {
          int index = start + taps.inputIndex(tap);
          double term = columns.getDouble(row + taps.kernelIndex(tap) * positions);
          result.setDouble(index, result.getDouble(index) + term);
        }
      }
      taps.advance();
    }
  }

  /** The same for pictures of floats, tap by tap, so that whole lines are added. */
  private static void addPictures(
      FloatTensor columns,
      int from,
      int channels,
      Window height,
      Window width,
      FloatTensor result,
      int to) {
    float[] sums = result.values();
    int line = columns.offset() + from;
    for (int channel = 0; channel < channels; channel++) {
      int picture = result.offset() + to + channel * height.input() * width.input();
      for (int tapY = 0; tapY < height.kernel(); tapY++) {
        for (int tapX = 0; tapX < width.kernel(); tapX++) {
          for (int y = 0; y < height.output(); y++, line += width.output()) {
            int at = height.inputIndex(y, tapY);
            if (at >= 0 && at < height.input()) {
              addLine(columns.values(), line, width, tapX, sums, picture + at * width.input());
            }
          }
        }
      }
    }
  }

  private static void addLine(
      float[] columns, int line, Window width, int tap, float[] sums, int to) {
    int start = width.inputIndex(0, tap);
    int stride = width.stride();
    int first = start < 0 ? (stride - 1 - start) / stride : 0;
    int rest = width.input() - start;
    int end = Math.min(width.output(), rest > 0 ? (rest + stride - 1) / stride : 0);
    for (int x = first; x < end; x++) {
      sums[to + start + x * stride] += columns[line + x];
    }
  }
}
