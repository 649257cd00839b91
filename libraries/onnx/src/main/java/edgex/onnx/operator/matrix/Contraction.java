package edgex.onnx.operator.matrix;

import edgex.tensor.Tensor;

/** Sums products of the elements of several tensors over a common space of axes. */
final class Contraction {
  private final Tensor[] inputs;
  private final int[][] strides;
  private final int[] extents;
  private final int[] order;
  private final int kept;
  private final int all;
  private final int[] position;
  private final int[] offsets;

  /**
   * The contraction.
   *
   * @param strides distance along each key, for every input
   * @param extents extent along each key
   * @param order keys in use: first those of the result's axes, then those summed over
   * @param kept number of the result's axes
   * @param all number of keys in use
   */
  Contraction(Tensor[] inputs, int[][] strides, int[] extents, int[] order, int kept, int all) {
    this.inputs = inputs;
    this.strides = strides;
    this.extents = extents;
    this.order = order;
    this.kept = kept;
    this.all = all;
    this.position = new int[all];
    this.offsets = new int[inputs.length];
  }

  void run(Tensor result) {
    boolean real = result.type().isFloatingPoint();
    long terms = 1;
    for (int axis = kept; axis < all; axis++) {
      terms *= extents[order[axis]];
    }
    for (int index = 0; index < result.elementCount(); index++) {
      double realSum = 0;
      long wholeSum = 0;
      for (long term = 0; term < terms; term++) {
        if (real) {
          realSum += realProduct();
        } else {
          wholeSum += wholeProduct();
        }
        advance(kept, all);
      }
      if (real) {
        result.setDouble(index, realSum);
      } else {
        result.setLong(index, wholeSum);
      }
      advance(0, kept);
    }
  }

  private double realProduct() {
    double product = 1;
    for (int input = 0; input < inputs.length; input++) {
      product *= inputs[input].getDouble(offsets[input]);
    }
    return product;
  }

  private long wholeProduct() {
    long product = 1;
    for (int input = 0; input < inputs.length; input++) {
      product *= inputs[input].getLong(offsets[input]);
    }
    return product;
  }

  /** Moves on among the axes from {@code from} to before {@code to}; the last comes around. */
  private void advance(int from, int to) {
    for (int axis = to - 1; axis >= from; axis--) {
      int key = order[axis];
      boolean wraps = ++position[axis] == extents[key];
      for (int input = 0; input < inputs.length; input++) {
        int stride = strides[input][key];
        offsets[input] += wraps ? -stride * (extents[key] - 1) : stride;
      }
      if (!wraps) {
        return;
      }
      position[axis] = 0;
    }
  }
}
