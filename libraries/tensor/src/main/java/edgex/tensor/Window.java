package edgex.tensor;

/**
 * How a convolution or pooling window moves along one spatial axis; all lengths in elements.
 *
 * <p>Element {@code tap} of the window for output {@code position} lies at input {@code position *
 * stride + tap * dilation - padBegin}, which may be in the padding, before 0 or after the input.
 *
 * @param input extent of the input without padding
 * @param output number of positions
 * @param kernel number of elements in the window
 * @param stride distance between positions
 * @param dilation distance between the elements of a window
 * @param padBegin padding before the input
 * @param padEnd padding after the input
 */
public record Window(
    int input, int output, int kernel, int stride, int dilation, int padBegin, int padEnd) {

  /** How the padding and the number of positions are found. */
  public enum Padding {
    /** As given; the last window must lie inside the padded input. */
    EXPLICIT,
    /** As given; a last window that leaves the padded input counts too. */
    EXPLICIT_CEILING,
    /** None. */
    VALID,
    /** So that there are input / stride positions, rounded up; an odd element goes to the end. */
    SAME_UPPER,
    /** As {@link #SAME_UPPER}, but an odd element goes to the beginning. */
    SAME_LOWER
  }

  /**
   * Works out the padding and the number of positions.
   *
   * @param padBegin padding before the input; ignored unless the padding is explicit
   * @param padEnd padding after the input; ignored unless the padding is explicit
   * @throws TensorException if a length makes no sense or the window is larger than the input
   */
  public static Window of(
      int input, int kernel, int stride, int dilation, Padding padding, int padBegin, int padEnd) {
    if (kernel < 1 || stride < 1 || dilation < 1 || padBegin < 0 || padEnd < 0) {
      throw new TensorException(
          "kernel, stride and dilation of a window must be at least 1 and its padding at least 0");
    }
    long extent = (long) (kernel - 1) * dilation + 1;
    return switch (padding) {
      case EXPLICIT, EXPLICIT_CEILING -> {
        boolean ceiling = padding == Padding.EXPLICIT_CEILING;
        int output = positions(input, extent, stride, (long) padBegin + padEnd, padBegin, ceiling);
        yield new Window(input, output, kernel, stride, dilation, padBegin, padEnd);
      }
      case VALID -> {
        int output = positions(input, extent, stride, 0, 0, false);
        yield new Window(input, output, kernel, stride, dilation, 0, 0);
      }
      case SAME_UPPER, SAME_LOWER -> {
        int output = (int) (((long) input + stride - 1) / stride);
        long total = Math.max(((long) output - 1) * stride + extent - input, 0);
        int less = narrow(input + total) - input - (int) (total - total / 2);
        int more = (int) (total - total / 2);
        yield padding == Padding.SAME_UPPER
            ? new Window(input, output, kernel, stride, dilation, less, more)
            : new Window(input, output, kernel, stride, dilation, more, less);
      }
    };
  }

  private static int positions(
      int input, long extent, int stride, long pads, int padBegin, boolean ceiling) {
    long room = narrow(input + pads) - extent;
    if (room < 0) {
      throw new TensorException(
          "a window of " + extent + " is larger than the padded input of " + (input + pads));
    }
    long positions = room / stride + 1;
    // A window that would start in the padding after the input sees no element and is left out.
    if (ceiling && room % stride != 0 && positions * stride < (long) input + padBegin) {
      positions++;
    }
    return narrow(positions);
  }

  private static int narrow(long length) {
    if (length > Shape.MAXIMUM_ELEMENTS) {
      throw new TensorException("padding of a window is too large");
    }
    return (int) length;
  }

  /** First output position at which window element {@code tap} lies inside the input. */
  public int firstInside(int tap) {
    long distance = (long) padBegin - (long) tap * dilation;
    return (int) Math.min(output, Math.max(0, (distance + stride - 1) / stride));
  }

  /** One more than the last output position at which {@code tap} lies inside the input. */
  public int endInside(int tap) {
    long distance = (long) input + padBegin - (long) tap * dilation;
    long end = distance <= 0 ? 0 : (distance + stride - 1) / stride;
    return (int) Math.max(firstInside(tap), Math.min(output, end));
  }

  /** Input index of window element {@code tap} at {@code position}; outside if in the padding. */
  public int inputIndex(int position, int tap) {
    return (int) ((long) position * stride + (long) tap * dilation - padBegin);
  }
}
