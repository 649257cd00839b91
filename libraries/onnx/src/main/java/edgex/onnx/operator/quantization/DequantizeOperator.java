package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** DequantizeLinear: (x - zero point) * scale. */
final class DequantizeOperator implements Operator {
  private final long axis;
  private final long blockSize;
  private final ElementType named;

  DequantizeOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.opset() < 13 ? 1 : context.whole("axis", 1);
    this.blockSize = context.whole("block_size", 0);
    boolean isNamed = context.whole("output_dtype", 0) != 0;
    this.named = isNamed ? context.elementType("output_dtype", null) : null;
    context.require(blockSize >= 0, "attribute block_size is " + blockSize);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.require(0, Saturation.isQuantized(inputs.get(0)) || inputs.get(0) == ElementType.INT32);
    inputs.optional(2, inputs.get(0));
    ElementType scale = inputs.floatingPoint(1);
    return new ElementType[] {named == null ? scale : named};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor scale = invocation.input(1);
    Tensor zero = invocation.hasInput(2) ? invocation.input(2) : null;
    if (zero != null && zero.elementCount() != scale.elementCount()) {
      throw new TensorException("zero point " + zero + " does not fit scale " + scale);
    }
    ElementType type = named == null ? scale.type() : named;
    Tensor result = invocation.output(0, type, input.shape());
    ScaleMap map = new ScaleMap(input.shape(), scale.shape(), axis, blockSize);
    for (int index = 0; index < input.elementCount(); index++) {
      int place = map.index(index);
      long distance = input.getLong(index) - (zero == null ? 0 : zero.getLong(place));
      result.setDouble(index, distance * scale.getDouble(place));
    }
  }
}
