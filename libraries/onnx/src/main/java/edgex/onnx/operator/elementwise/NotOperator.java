package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** Not: the opposite of each truth value. */
final class NotOperator implements Operator {
  NotOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.exactly(0, ElementType.BOOL)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor result = invocation.output(0, ElementType.BOOL, input.shape());
    for (int index = 0; index < input.elementCount(); index++) {
      result.setLong(index, 1 - input.getLong(index));
    }
  }
}
