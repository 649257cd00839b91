package edgex.onnx.operator;

import edgex.tensor.Tensor;

/** Small integer operands: shapes, axes and the like. */
final class Operands {
  private Operands() {}

  /** The elements of an integer tensor. */
  static long[] wholes(Tensor tensor) {
    long[] wholes = new long[tensor.elementCount()];
    for (int index = 0; index < wholes.length; index++) {
      wholes[index] = tensor.getLong(index);
    }
    return wholes;
  }
}
