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
import edgex.tensor.FloatTensor;
import edgex.tensor.Tensor;
import edgex.tensor.kernel.Activation;

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
    if (base instanceof FloatTensor floats && isTwo(exponent)) {
      FloatTensor squares = invocation.floatsOver(0, 0, base.shape());
      Elementwise.activate(Activation.SQUARE, Activation.noParameters(), floats, squares);
      return;
    }
    Broadcast broadcast =
        new Broadcast(base.shape(), legacy.aligned(base.shape(), exponent.shape()));
    Tensor result = invocation.output(0, base.type(), broadcast.shape());
    Elementwise.combine(broadcast, Math::pow, base, exponent, result);
  }

  /** Whether the exponent is the one that models use nearly always. */
  private static boolean isTwo(Tensor exponent) {
    return exponent.shape().rank() == 0 && exponent.getDouble(0) == 2;
  }
}
