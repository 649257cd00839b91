package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.Tensor;

/** Pow: base to the power of an exponent of any type of numbers; the result has the base's type. */
final class PowerOperator implements Operator {
  private final LegacyAttributes.Broadcasting legacy;

  PowerOperator(NodeContext context) throws ModelFormatException {
    this.legacy = new LegacyAttributes.Broadcasting(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.numeric(1);
    return new ElementType[] {inputs.numeric(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor base = invocation.input(0);
    Tensor exponent = invocation.input(1);
    Broadcast broadcast =
        new Broadcast(base.shape(), legacy.aligned(base.shape(), exponent.shape()));
    Tensor result = invocation.output(0, base.type(), broadcast.shape());
    Elementwise.combine(broadcast, Math::pow, base, exponent, result);
  }
}
