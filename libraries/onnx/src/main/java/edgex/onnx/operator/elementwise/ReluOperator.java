package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.FloatTensor;
import edgex.tensor.Tensor;

/** Relu: negative numbers become 0. */
final class ReluOperator implements Operator {
  ReluOperator(NodeContext context) throws ModelFormatException {
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.numeric(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    if (input instanceof FloatTensor floats) {
      Elementwise.relu(floats, invocation.floatsOver(0, 0, input.shape()));
      return;
    }
    Tensor result = invocation.output(0, input.type(), input.shape());
    for (int index = 0; index < input.elementCount(); index++) {
      boolean negative = !input.type().isUnsigned() && input.getDouble(index) < 0;
      if (!negative) {
        result.setFrom(index, input, index);
      }
    }
  }
}
