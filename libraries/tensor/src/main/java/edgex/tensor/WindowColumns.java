package edgex.tensor;

import java.util.Arrays;

/**
 * Rewrites a convolution's input as a matrix ("im2col") of which each column is one window.
 *
 * <pre>
 *   row    = (channel, element of the window), row-major
 *   column = output position, row-major; the last spatial axis is the innermost
 * </pre>
 *
 * A convolution is then one matrix product. Columns are made for a range of output lines (positions
 * that share all but the last coordinate), so the matrix need not exist as a whole.
 */
final class WindowColumns {
  private final Window[] axes;
  private final Window inner;
  private final int taps;
  private final int inputPositions;

  WindowColumns(Window[] axes) {
    this.axes = axes;
    this.inner = axes[axes.length - 1];
    int taps = 1;
    int inputPositions = 1;
    for (Window axis : axes) {
      taps *= axis.kernel();
      inputPositions *= axis.input();
    }
    this.taps = taps;
    this.inputPositions = inputPositions;
  }

  /** Fills {@code target} with the columns of the lines {@code from} to {@code to - 1}. */
  void fill(float[] input, int inputOffset, int channels, int from, int to, float[] target) {
    int[] tap = new int[axes.length];
    int[] position = new int[axes.length];
    int index = 0;
    for (int channel = 0; channel < channels; channel++) {
      int channelOffset = inputOffset + channel * inputPositions;
      Arrays.fill(tap, 0);
      for (int row = 0; row < taps; row++) {
        locate(from, position);
        for (int line = from; line < to; line++) {
          int source = lineStart(position, tap);
          if (source < 0) {
            Arrays.fill(target, index, index + inner.output(), 0f);
          } else {
            fillLine(input, channelOffset + source, tap[axes.length - 1], target, index);
          }
          index += inner.output();
          step(position);
        }
        stepTap(tap);
      }
    }
  }

  private void fillLine(float[] input, int source, int tap, float[] target, int index) {
    int first = inner.firstInside(tap);
    int end = inner.endInside(tap);
    int count = end - first;
    Arrays.fill(target, index, index + first, 0f);
    Arrays.fill(target, index + end, index + inner.output(), 0f);
    if (count == 0) {
      return;
    }
    int from = source + inner.inputIndex(first, tap);
    if (inner.stride() == 1) {
      System.arraycopy(input, from, target, index + first, count);
      return;
    }
    for (int step = 0; step < count; step++) {
      target[index + first + step] = input[from];
      from += inner.stride();
    }
  }

  /** Start of the input line that a window element sees, or -1 if it lies in the padding. */
  private int lineStart(int[] position, int[] tap) {
    int start = 0;
    for (int axis = 0; axis < axes.length - 1; axis++) {
      Window window = axes[axis];
      int index = window.inputIndex(position[axis], tap[axis]);
      if (index < 0 || index >= window.input()) {
        return -1;
      }
      start = start * window.input() + index;
    }
    return start * inner.input();
  }

  /** Sets the coordinates of a line; the last axis stays 0. */
  private void locate(int line, int[] position) {
    int rest = line;
    for (int axis = axes.length - 2; axis >= 0; axis--) {
      position[axis] = rest % axes[axis].output();
      rest /= axes[axis].output();
    }
  }

  private void step(int[] position) {
    for (int axis = axes.length - 2; axis >= 0; axis--) {
      if (++position[axis] < axes[axis].output()) {
        return;
      }
      position[axis] = 0;
    }
  }

  private void stepTap(int[] tap) {
    for (int axis = axes.length - 1; axis >= 0; axis--) {
      if (++tap[axis] < axes[axis].kernel()) {
        return;
      }
      tap[axis] = 0;
    }
  }
}
