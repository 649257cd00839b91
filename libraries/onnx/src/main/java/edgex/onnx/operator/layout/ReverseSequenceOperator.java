package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * ReverseSequence: of each entry of a batch, the first elements along the time axis in reverse
 * order; how many of them input 1 says.
 */
final class ReverseSequenceOperator implements Operator {
  private final int batchAxis;
  private final int timeAxis;

  ReverseSequenceOperator(NodeContext context) throws ModelFormatException {
    this.batchAxis = (int) context.whole("batch_axis", 1);
    this.timeAxis = (int) context.whole("time_axis", 0);
    boolean valid = (batchAxis == 0 && timeAxis == 1) || (batchAxis == 1 && timeAxis == 0);
    context.require(valid, "batch and time must be the first two axes");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.INT64);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor lengths = invocation.input(1);
    Shape shape = input.shape();
    if (shape.rank() < 2 || lengths.elementCount() != shape.dimension(batchAxis)) {
      throw new TensorException(lengths + " lengths do not fit " + shape);
    }
    int times = shape.dimension(timeAxis);
    int[] strides = shape.strides();
    int count = shape.product(2, shape.rank());
    Tensor result = invocation.output(0, input.type(), shape);
    for (int entry = 0; entry < shape.dimension(batchAxis); entry++) {
      long length = lengths.getLong(entry);
      if (length < 0 || length > times) {
        throw new TensorException("cannot reverse " + length + " of " + times + " elements");
      }
      for (int time = 0; time < times; time++) {
        int source = time < length ? (int) length - 1 - time : time;
        int start = entry * strides[batchAxis];
        result.copy(
            start + time * strides[timeAxis], input, start + source * strides[timeAxis], count);
      }
    }
  }
}
