package edgex.onnx.optimizer;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.FloatTensor;

/** A function of each float that the file wrote as several nodes. */
final class ActivationOperator implements Operator {
  private final FusedActivation activation;

  ActivationOperator(NodeContext context) throws ModelFormatException {
    activation = FusedActivation.read(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.all(ElementType.FLOAT32)};
  }

  @Override
  public String kernel() {
    return "vector " + activation.activation();
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor input = invocation.floatInput(0);
    FloatTensor result = invocation.floatsOver(0, 0, input.shape());
    Elementwise.activate(activation.activation(), activation.parameters(), input, result);
  }
}
