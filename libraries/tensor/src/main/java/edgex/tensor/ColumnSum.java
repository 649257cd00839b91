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
}
