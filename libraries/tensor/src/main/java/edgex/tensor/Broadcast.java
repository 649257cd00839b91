package edgex.tensor;

import java.util.Arrays;

/**
 * The walk through several tensors whose shapes are stretched to a common one, as NumPy and ONNX
 * do: shapes are aligned at their last axis, and an axis of extent 1 repeats.
 *
 * <p>Neighbouring axes along which every operand moves evenly are merged, so that the innermost run
 * is as long as it can be; equal shapes give a single run.
 */
public final class Broadcast {
  /** Receives one run of the innermost axis. */
  public interface Run {
    /**
     * Works on {@code count} elements: of operand i those at {@code starts[i]}, {@code starts[i] +
     * steps[i]} and so on, of the result those from {@code resultStart} on.
     *
     * @param starts flat element indices, changed after the call
     * @param steps 1 or 0 per operand, but any distance if axes could not be merged
     */
    void accept(int[] starts, int[] steps, int resultStart, int count);
  }

  private final Shape shape;
  private final int operandCount;

  /** Axes after merging; strides are indexed [operand][axis]. */
  private int rank;

  private final int[] extents;
  private final int[][] strides;

  /**
   * Prepares the walk.
   *
   * @throws TensorException if an axis has two different extents, neither of them 1
   */
  public Broadcast(Shape... operands) {
    this.shape = commonShape(operands);
    this.operandCount = operands.length;
    this.extents = new int[Math.max(shape.rank(), 1)];
    this.strides = new int[operandCount][extents.length];
    extents[0] = 1;
    this.rank = 1;
    int[][] own = new int[operandCount][];
    for (int operand = 0; operand < operandCount; operand++) {
      own[operand] = alignedStrides(operands[operand], shape);
    }
    for (int axis = 0; axis < shape.rank(); axis++) {
      append(shape.dimension(axis), own, axis);
    }
  }

  /**
   * The shape that all operands stretch to.
   *
   * @throws TensorException if an axis has two different extents, neither of them 1
   */
  public static Shape commonShape(Shape... operands) {
    int rank = 0;
    for (Shape operand : operands) {
      rank = Math.max(rank, operand.rank());
    }
    int[] dimensions = new int[rank];
    Arrays.fill(dimensions, 1);
    for (Shape operand : operands) {
      for (int axis = 0; axis < operand.rank(); axis++) {
        int target = axis + rank - operand.rank();
        int dimension = operand.dimension(axis);
        if (dimension != 1 && dimensions[target] != 1 && dimensions[target] != dimension) {
          throw new TensorException("cannot broadcast shapes " + Arrays.toString(operands));
        }
        dimensions[target] = dimensions[target] == 1 ? dimension : dimensions[target];
      }
    }
    return Shape.of(dimensions);
  }

  private static int[] alignedStrides(Shape operand, Shape common) {
    int[] aligned = new int[common.rank()];
    int[] strides = operand.strides();
    for (int axis = 0; axis < operand.rank(); axis++) {
      int target = axis + common.rank() - operand.rank();
      aligned[target] = operand.dimension(axis) == 1 ? 0 : strides[axis];
    }
    return aligned;
  }

  private void append(int extent, int[][] own, int axis) {
    if (extent == 1) {
      return;
    }
    if (!canMerge(extent, own, axis)) {
      extents[rank++] = 1;
    }
    extents[rank - 1] *= extent;
    for (int operand = 0; operand < operandCount; operand++) {
      strides[operand][rank - 1] = own[operand][axis];
    }
  }

  private boolean canMerge(int extent, int[][] own, int axis) {
    if (extents[rank - 1] == 1) {
      return true;
    }
    for (int operand = 0; operand < operandCount; operand++) {
      if (strides[operand][rank - 1] != extent * own[operand][axis]) {
        return false;
      }
    }
    return true;
  }

  /** The common shape, which is that of the result. */
  public Shape shape() {
    return shape;
  }

  /** Visits every run, the result's elements in order. */
  public void forEachRun(Run run) {
    if (shape.elementCount() == 0) {
      return;
    }
    int inner = rank - 1;
    int count = extents[inner];
    int[] starts = new int[operandCount];
    int[] steps = new int[operandCount];
    for (int operand = 0; operand < operandCount; operand++) {
      steps[operand] = strides[operand][inner];
    }
    int[] position = new int[inner];
    for (int result = 0; result < shape.elementCount(); result += count) {
      run.accept(starts, steps, result, count);
      advance(position, starts);
    }
  }

  private void advance(int[] position, int[] starts) {
    for (int axis = position.length - 1; axis >= 0; axis--) {
      position[axis]++;
      boolean wraps = position[axis] == extents[axis];
      for (int operand = 0; operand < operandCount; operand++) {
        int stride = strides[operand][axis];
        starts[operand] += wraps ? -stride * (extents[axis] - 1) : stride;
      }
      if (!wraps) {
        return;
      }
      position[axis] = 0;
    }
  }
}
