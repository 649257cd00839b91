package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.IntTensor;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * QLinearMatMul: the matrix product of quantized factors, quantized again. Inputs: left, its scale
 * and zero point, right, its scale and zero point, scale and zero point of the result.
 */
final class QuantizedMatMulOperator implements Operator {
  private static final int LEFT_SCALE = 1;
  private static final int RIGHT_SCALE = 4;
  private static final int RESULT_SCALE = 6;
  private static final int RESULT_ZERO = 7;

  QuantizedMatMulOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    for (int index : new int[] {0, 3, RESULT_ZERO}) {
      ElementType type = inputs.get(index);
      inputs.require(index, type == ElementType.INT8 || type == ElementType.UINT8);
    }
    inputs.exactly(2, inputs.get(0));
    inputs.exactly(5, inputs.get(3));
    for (int index : new int[] {LEFT_SCALE, RIGHT_SCALE, RESULT_SCALE}) {
      inputs.floatingPoint(index);
    }
    return new ElementType[] {inputs.get(RESULT_ZERO)};
  }

  @Override
  public void run(Invocation invocation) {
    ByteProduct product = new ByteProduct(invocation, 0, 2, 3, 5);
    int rows = product.shapes().rows();
    int columns = product.shapes().columns();
    Tensor leftScale = scale(invocation, LEFT_SCALE, rows);
    Tensor rightScale = scale(invocation, RIGHT_SCALE, columns);
    double resultScale = Operands.real(invocation.input(RESULT_SCALE));
    long zero = Operands.whole(invocation.input(RESULT_ZERO));
    ElementType type = invocation.input(RESULT_ZERO).type();
    IntTensor sums =
        (IntTensor) invocation.temporary(ElementType.INT32, product.shapes().resultShape());
    product.run(sums);
    Tensor result = invocation.output(0, type, sums.shape());
    for (int index = 0; index < sums.elementCount(); index++) {
      double factor =
          leftScale.getDouble(index / columns % rows % leftScale.elementCount())
              * rightScale.getDouble(index % columns % rightScale.elementCount())
              / resultScale;
      result.setLong(index, Saturation.quantize(sums.getLong(index) * factor, zero, type));
    }
  }

  private static Tensor scale(Invocation invocation, int index, int lines) {
    Tensor scale = invocation.input(index);
    if (scale.elementCount() != 1 && scale.elementCount() != lines) {
      throw new TensorException("scale " + scale + " does not fit " + lines + " lines");
    }
    return scale;
  }
}
