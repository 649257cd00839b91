package edgex.tensor;

import java.util.Arrays;

/**
 * The walk of a pooling window over one channel: at every position it lists the input elements that
 * the window sees, padding left out.
 */
public final class PoolWindows {
  private final Window[] axes;
  private final int[] position;
  private final int[] seen;
  private int seenCount;

  /** Prepares the walk over the given spatial axes, at least one. */
  public PoolWindows(Window... axes) {
    this.axes = Arrays.copyOf(axes, axes.length);
    this.position = new int[axes.length];
    long taps = 1;
    for (Window axis : axes) {
      taps *= Math.min(axis.kernel(), axis.input());
      if (taps > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("a pooling window is too large");
      }
    }
    this.seen = new int[(int) Math.max(taps, 1)];
  }

  /** Moves to the first position. */
  public void restart() {
    Arrays.fill(position, 0);
    look();
  }

  /** Moves to the next position, in row-major order; after the last comes the first. */
  public void advance() {
    for (int axis = axes.length - 1; axis >= 0; axis--) {
      if (++position[axis] < axes[axis].output()) {
        break;
      }
      position[axis] = 0;
    }
    look();
  }

  /** Flat indices, within the channel, of the elements seen: the first {@link #seenCount()}. */
  public int[] seen() {
    return seen;
  }

  /** Number of elements that the window sees at this position. */
  public int seenCount() {
    return seenCount;
  }

  /** Elements of the window at this position that lie in the input or its explicit padding. */
  public int paddedCount() {
    int count = 1;
    for (int axis = 0; axis < axes.length; axis++) {
      Window window = axes[axis];
      long end = (long) window.input() + window.padEnd();
      long room = end - window.inputIndex(position[axis], 0);
      long inside = (room + window.dilation() - 1) / window.dilation();
      count *= (int) Math.min(window.kernel(), Math.max(inside, 0));
    }
    return count;
  }

  private void look() {
    seen[0] = 0;
    seenCount = 1;
    for (int axis = 0; axis < axes.length; axis++) {
      expand(axes[axis], position[axis]);
    }
  }

  /** Replaces every partial index by one for each element inside the input along one more axis. */
  private void expand(Window window, int at) {
    int start = window.inputIndex(at, 0);
    int dilation = window.dilation();
    int firstTap = start >= 0 ? 0 : (int) (((long) dilation - 1 - start) / dilation);
    long room = (long) window.input() - start;
    int endTap = (int) Math.min(window.kernel(), room <= 0 ? 0 : (room + dilation - 1) / dilation);
    int count = Math.max(0, endTap - firstTap);
    // From the back, so that a partial index is read before its place is overwritten.
    for (int partial = seenCount - 1; partial >= 0; partial--) {
      int base = seen[partial] * window.input() + start;
      for (int tap = count - 1; tap >= 0; tap--) {
        seen[partial * count + tap] = base + (firstTap + tap) * dilation;
      }
    }
    seenCount *= count;
  }
}
