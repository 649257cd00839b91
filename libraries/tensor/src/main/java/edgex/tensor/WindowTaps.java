package edgex.tensor;

import java.util.Arrays;

/**
 * The walk of a window over one channel: at every position, which elements of the kernel lie on
 * which elements of the input, padding left out.
 */
public final class WindowTaps {
  private final Window[] axes;
  private final int positions;
  private final int inputElements;
  private final int kernelElements;
  private final int[] position;
  private final int[] tap;
  private final int[] inputIndices;
  private final int[] kernelIndices;
  private int count;

  /** Prepares the walk over the given spatial axes, at least one. */
  public WindowTaps(Window... axes) {
    this.axes = Arrays.copyOf(axes, axes.length);
    this.position = new int[axes.length];
    this.tap = new int[axes.length];
    long kernel = 1;
    int places = 1;
    int elements = 1;
    for (Window axis : axes) {
      kernel *= axis.kernel();
      places *= axis.output();
      elements *= axis.input();
      if (kernel > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("a window is too large");
      }
    }
    this.positions = places;
    this.inputElements = elements;
    this.kernelElements = (int) kernel;
    int most = Math.min(kernelElements, Math.max(1, elements));
    this.inputIndices = new int[most];
    this.kernelIndices = new int[most];
  }

  /** Number of positions. */
  public int positions() {
    return positions;
  }

  /** Elements of one channel of the input. */
  public int inputElements() {
    return inputElements;
  }

  /** Elements of the kernel for one channel. */
  public int kernelElements() {
    return kernelElements;
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

  /** Number of elements of the kernel that lie on the input at this position. */
  public int count() {
    return count;
  }

  /** Flat index within the channel of the input's element under tap {@code index}. */
  public int inputIndex(int index) {
    return inputIndices[index];
  }

  /** Flat index within the kernel of tap {@code index}. */
  public int kernelIndex(int index) {
    return kernelIndices[index];
  }

  private void look() {
    count = 0;
    Arrays.fill(tap, 0);
    for (int flat = 0; flat < kernelElements; flat++) {
      int index = 0;
      boolean inside = inputElements > 0;
      for (int axis = 0; axis < axes.length && inside; axis++) {
        int at = axes[axis].inputIndex(position[axis], tap[axis]);
        inside = at >= 0 && at < axes[axis].input();
        index = index * axes[axis].input() + at;
      }
      if (inside) {
        inputIndices[count] = index;
        kernelIndices[count++] = flat;
      }
      for (int axis = axes.length - 1; axis >= 0 && ++tap[axis] == axes[axis].kernel(); axis--) {
        tap[axis] = 0;
      }
    }
  }
}
