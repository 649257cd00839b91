package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.IntTensor;

/**
 * MatMulInteger: the matrix product of bytes into 32-bit integers; inputs 2 and 3 are the zero
 * points of the factors, one for all or one for each row of the left, each column of the right.
 */
final class IntegerMatMulOperator implements Operator {
  IntegerMatMulOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    for (int factor = 0; factor < 2; factor++) {
      ElementType type = inputs.get(factor);
      inputs.require(factor, type == ElementType.INT8 || type == ElementType.UINT8);
      inputs.optional(factor + 2, type);
    }
    return new ElementType[] {ElementType.INT32};
  }

  @Override
  public void run(Invocation invocation) {
    ByteProduct product = new ByteProduct(invocation, 0, 2, 1, 3);
    product.run(
        (IntTensor) invocation.output(0, ElementType.INT32, product.shapes().resultShape()));
  }
}
