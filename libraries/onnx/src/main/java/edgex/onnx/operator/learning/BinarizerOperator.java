package edgex.onnx.operator.learning;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** Binarizer: 1 for numbers above a threshold, 0 for others. */
final class BinarizerOperator implements Operator {
  private final double threshold;

  BinarizerOperator(NodeContext context) throws ModelFormatException {
    this.threshold = context.real("threshold", 0f);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.numeric(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor result = invocation.output(0, input.type(), input.shape());
    for (int index = 0; index < input.elementCount(); index++) {
      result.setLong(index, input.getDouble(index) > threshold ? 1 : 0);
    }
  }
}
