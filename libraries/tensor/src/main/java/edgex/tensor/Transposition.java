package edgex.tensor;

/** Reordering of a tensor's axes. */
public final class Transposition {
  private Transposition() {}

  /**
   * The shape after the transposition: axis i of the result is axis {@code order[i]} of the input.
   *
   * @throws TensorException if {@code order} does not name every axis exactly once
   */
  public static Shape shape(Shape input, int[] order) {
    boolean[] used = new boolean[input.rank()];
    int[] dimensions = new int[input.rank()];
    if (order.length != input.rank()) {
      throw new TensorException(
          "a permutation of " + order.length + " axes cannot reorder a tensor of shape " + input);
    }
    for (int axis = 0; axis < order.length; axis++) {
      int from = order[axis];
      if (from < 0 || from >= used.length || used[from]) {
        throw new TensorException("a permutation must name every axis exactly once");
      }
      used[from] = true;
      dimensions[axis] = input.dimension(from);
    }
    return Shape.of(dimensions);
  }

  /** Fills {@code result}, whose shape is that given by {@link #shape}. */
  public static void run(Tensor input, int[] order, Tensor result) {
    int[] sourceStrides = input.shape().strides();
    int[] strides = new int[order.length];
    for (int axis = 0; axis < order.length; axis++) {
      strides[axis] = sourceStrides[order[axis]];
    }
    StridedCopy.run(input, 0, strides, result);
  }
}
