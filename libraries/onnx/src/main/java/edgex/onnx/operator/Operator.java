package edgex.onnx.operator;

import edgex.onnx.ModelFormatException;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;

/**
 * One node's computation, its attributes read and checked.
 *
 * <p>What can be known before a run is refused when the operator is made or its types are asked
 * for, so that a model which loads fails later only for the sake of its input.
 */
public interface Operator {
  /**
   * The element types of the outputs.
   *
   * @throws ModelFormatException if the operator does not support its inputs' types
   */
  ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException;

  /**
   * Computes the outputs.
   *
   * @throws edgex.tensor.TensorException if the inputs' shapes or values do not fit
   */
  void run(Invocation invocation);

  /**
   * Arithmetic operations of a run, for estimates: one for each element of the output unless the
   * operator knows better.
   *
   * @param inputs shapes of the inputs; null for one that is left out
   * @param output shape of the first output
   */
  default long operations(Shape[] inputs, Shape output) {
    return output.elementCount();
  }

  /** What does the work, for people: {@code loop} is plain Java over elements. */
  default String kernel() {
    return "loop";
  }

  /** Bytes of constants that the operator itself keeps, such as packed weights. */
  default long constantBytes() {
    return 0;
  }
}
