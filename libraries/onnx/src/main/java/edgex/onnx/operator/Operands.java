package edgex.onnx.operator;

import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Small integer operands: shapes, axes and the like. */
public final class Operands {
  private Operands() {}

  /** The only element of a tensor. */
  public static long whole(Tensor tensor) {
    return single(tensor).getLong(0);
  }

  /** The only element of a tensor. */
  public static double real(Tensor tensor) {
    return single(tensor).getDouble(0);
  }

  private static Tensor single(Tensor tensor) {
    if (tensor.elementCount() != 1) {
      throw new TensorException(tensor + " must be a single number");
    }
    return tensor;
  }

  /** The axes named by integers, counted from the end when negative, as a mark for each axis. */
  public static boolean[] marked(long[] axes, int rank) {
    boolean[] marked = new boolean[rank];
    for (long axis : axes) {
      int index = Shape.axis(axis, rank);
      if (marked[index]) {
        throw new TensorException("axis " + axis + " is named twice");
      }
      marked[index] = true;
    }
    return marked;
  }

  /** The elements of an integer tensor. */
  public static long[] wholes(Tensor tensor) {
    long[] wholes = new long[tensor.elementCount()];
    for (int index = 0; index < wholes.length; index++) {
      wholes[index] = tensor.getLong(index);
    }
    return wholes;
  }
}
