package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** DequantizeLinear: (x - zero point) * scale. */
final class DequantizeOperator implements Operator {
  private final ScaledTypes types;

  DequantizeOperator(NodeContext context) throws ModelFormatException {
    this.types = new ScaledTypes(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.require(0, Saturation.isQuantized(inputs.get(0)) || inputs.get(0) == ElementType.INT32);
    inputs.optional(2, inputs.get(0));
    ElementType scale = inputs.floatingPoint(1);
    return new ElementType[] {types.typeOr(scale)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor scale = invocation.input(1);
    Tensor zero = ScaledTypes.zeroPoints(invocation);
    ElementType type = types.typeOr(scale.type());
    Tensor result = invocation.output(0, type, input.shape());
    ScaleMap map = types.map(input.shape(), scale);
    for (int index = 0; index < input.elementCount(); index++) {
      int place = map.index(index);
      long distance = input.getLong(index) - (zero == null ? 0 : zero.getLong(place));
      result.setDouble(index, distance * scale.getDouble(place));
    }
  }
}
