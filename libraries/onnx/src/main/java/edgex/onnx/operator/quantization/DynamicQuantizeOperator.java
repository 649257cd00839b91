package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/**
 * DynamicQuantizeLinear: floats as unsigned bytes, with the scale (output 1) and zero point (output
 * 2) that fit the smallest and largest of them, 0 included.
 */
final class DynamicQuantizeOperator implements Operator {
  private static final float LEVELS = 255;

  DynamicQuantizeOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(0, ElementType.FLOAT32);
    return new ElementType[] {ElementType.UINT8, ElementType.FLOAT32, ElementType.UINT8};
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor input = invocation.floatInput(0);
    Tensor result = invocation.output(0, ElementType.UINT8, input.shape());
    Tensor scaleResult = invocation.output(1, ElementType.FLOAT32, Shape.SCALAR);
    Tensor zeroResult = invocation.output(2, ElementType.UINT8, Shape.SCALAR);
    float[] values = input.values();
    int end = input.offset() + input.elementCount();
    float lowest = 0;
    float highest = 0;
    for (int index = input.offset(); index < end; index++) {
      lowest = Math.min(lowest, values[index]);
      highest = Math.max(highest, values[index]);
    }
    // All zeros have no range; any scale is right for them.
    float scale = highest == lowest ? 1 : (highest - lowest) / LEVELS;
    long zero = Saturation.quantize(-lowest / scale, 0, ElementType.UINT8);
    for (int index = 0; index < input.elementCount(); index++) {
      float quotient = values[input.offset() + index] / scale;
      result.setLong(index, Saturation.quantize(quotient, zero, ElementType.UINT8));
    }
    scaleResult.setDouble(0, scale);
    zeroResult.setLong(0, zero);
  }
}
