package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** QuantizeLinear: x / scale, rounded, plus the zero point, clamped. */
final class QuantizeOperator implements Operator {
  private final long axis;
  private final long blockSize;
  private final ElementType named;

  QuantizeOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.opset() < 13 ? 1 : context.whole("axis", 1);
    this.blockSize = context.whole("block_size", 0);
    boolean isNamed = context.whole("output_dtype", 0) != 0;
    this.named = isNamed ? context.elementType("output_dtype", null) : null;
    // These concern 8-bit floating-point types, and in which precision to divide.
    context.whole("saturate", 1);
    context.whole("precision", 0);
    context.require(blockSize >= 0, "attribute block_size is " + blockSize);
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
    return named == null ? ElementType.UINT8 : named;
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor scale = invocation.input(1);
    Tensor zero = invocation.hasInput(2) ? invocation.input(2) : null;
    if (zero != null && zero.elementCount() != scale.elementCount()) {
      throw new TensorException("zero point " + zero + " does not fit scale " + scale);
    }
    ElementType type = type(zero == null ? null : zero.type());
    Tensor result = invocation.output(0, type, input.shape());
    ScaleMap map = new ScaleMap(input.shape(), scale.shape(), axis, blockSize);
    for (int index = 0; index < input.elementCount(); index++) {
      int place = map.index(index);
      // A quotient of floats, as other runtimes form it: a tie there must be a tie here.
      float quotient = (float) input.getDouble(index) / (float) scale.getDouble(place);
      long zeroPoint = zero == null ? 0 : zero.getLong(place);
      result.setLong(index, Saturation.quantize(quotient, zeroPoint, type));
    }
  }
}
