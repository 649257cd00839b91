package edgex.onnx.operator;

import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Gemm;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/**
 * What an operator sees of a run: its inputs, and memory for its outputs.
 *
 * <p>Operators never allocate tensors themselves: where an output lies is the session's decision,
 * and the memory limit its concern.
 */
public interface Invocation {
  /** Number of inputs that the node lists, left out ones included. */
  int inputCount();

  /** Whether input {@code index} is there; optional inputs may be left out. */
  boolean hasInput(int index);

  /** Input {@code index}, which is there. Read only. */
  Tensor input(int index);

  /** Input {@code index}, of element type float32. Read only. */
  default FloatTensor floatInput(int index) {
    return (FloatTensor) input(index);
  }

  /** Whether the node asks for output {@code index}. */
  boolean wantsOutput(int index);

  /**
   * Makes output {@code index}, all elements 0.
   *
   * @throws edgex.tensor.TensorException if the memory limit does not allow it
   */
  Tensor output(int index, ElementType type, Shape shape);

  /** As {@link #output}, of element type float32. */
  default FloatTensor floatOutput(int index, Shape shape) {
    return (FloatTensor) output(index, ElementType.FLOAT32, shape);
  }

  /**
   * As {@link #floatOutput}, for an operator that sets every element: what they are before is not
   * defined.
   */
  default FloatTensor undefinedFloats(int index, Shape shape) {
    return floatOutput(index, shape);
  }

  /**
   * As {@link #undefinedFloats}, for an operator that reads no element of input {@code input} after
   * it has set the output's element of the same index: the output may lie where the input lies.
   */
  default FloatTensor floatsOver(int index, int input, Shape shape) {
    return undefinedFloats(index, shape);
  }

  /** Makes output 0 the elements of input {@code input} under another shape, without a copy. */
  void outputView(int input, Shape shape);

  /** Makes output {@code index} a constant that belongs to the model. */
  void outputConstant(int index, Tensor constant);

  /**
   * Makes output {@code index} a tensor that a body made, or an input.
   *
   * @throws edgex.tensor.TensorException if the memory limit does not allow it
   */
  void outputTensor(int index, Tensor tensor);

  /**
   * Runs a sub-graph.
   *
   * @param inputs one tensor for every input of the sub-graph
   * @return one tensor for every output; memory that is not the run's, so that what is kept beyond
   *     the next call has to be counted by {@link #hold}
   * @throws edgex.tensor.TensorException if the sub-graph fails
   */
  Tensor[] run(Body body, Tensor... inputs);

  /**
   * Makes a tensor for the time of this call, all elements 0.
   *
   * @throws edgex.tensor.TensorException if the memory limit does not allow it
   */
  Tensor temporary(ElementType type, Shape shape);

  /**
   * Counts a tensor that a body made as memory of this call, until the call is over.
   *
   * @throws edgex.tensor.TensorException if the memory limit does not allow it
   */
  void hold(Tensor tensor);

  /**
   * Memory for the time of this call, its content undefined.
   *
   * @throws edgex.tensor.TensorException if the memory limit does not allow it
   */
  float[] scratch(long elements);

  /** The matrix multiplier of this run. */
  Gemm gemm();
}
