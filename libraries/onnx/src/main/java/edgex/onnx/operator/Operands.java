package edgex.onnx.operator;

import edgex.tensor.Tensor;

/** Small integer operands: shapes, axes and the like. */
public final class Operands {
  private Operands() {}

  /** The elements of an integer tensor. */
  public static long[] wholes(Tensor tensor) {
    long[] wholes = new long[tensor.elementCount()];
    for (int index = 0; index < wholes.length; index++) {
      wholes[index] = tensor.getLong(index);
    }
    return wholes;
  }
}
