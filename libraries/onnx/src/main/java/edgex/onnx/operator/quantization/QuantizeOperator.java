package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** QuantizeLinear: x / scale, rounded, plus the zero point, clamped. */
final class QuantizeOperator implements Operator {
  private final ScaledTypes types;

  QuantizeOperator(NodeContext context) throws ModelFormatException {
    this.types = new ScaledTypes(context);
    // These concern 8-bit floating-point types, and in which precision to divide.
    context.whole("saturate", 1);
    context.whole("precision", 0);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.require(0, inputs.get(0).isFloatingPoint() || inputs.get(0) == ElementType.INT32);
    inputs.require(1, inputs.get(1).isFloatingPoint() || inputs.get(1) == ElementType.INT32);
    ElementType type = type(inputs.get(2));
    inputs.require(2, Saturation.isQuantized(type));
    return new ElementType[] {type};
  }

  private ElementType type(ElementType zeroPoint) {
    if (zeroPoint != null) {
      return zeroPoint;
    }
    return types.typeOr(ElementType.UINT8);
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor scale = invocation.input(1);
    Tensor zero = ScaledTypes.zeroPoints(invocation);
    ElementType type = type(zero == null ? null : zero.type());
    Tensor result = invocation.output(0, type, input.shape());
    ScaleMap map = types.map(input.shape(), scale);
    for (int index = 0; index < input.elementCount(); index++) {
      int place = map.index(index);
      // A quotient of floats, as other runtimes form it: a tie there must be a tie here.
      float quotient = (float) input.getDouble(index) / (float) scale.getDouble(place);
      long zeroPoint = zero == null ? 0 : zero.getLong(place);
      result.setLong(index, Saturation.quantize(quotient, zeroPoint, type));
    }
  }
}
