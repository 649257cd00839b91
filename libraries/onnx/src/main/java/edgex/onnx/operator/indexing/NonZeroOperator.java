package edgex.onnx.operator.indexing;

import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** NonZero: the coordinates of all elements that are not 0, one axis a row. */
final class NonZeroOperator implements Operator {
  NonZeroOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) {
    return new ElementType[] {ElementType.INT64};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int count = 0;
    for (int index = 0; index < input.elementCount(); index++) {
      count += input.getDouble(index) != 0 ? 1 : 0;
    }
    Tensor result = invocation.output(0, ElementType.INT64, Shape.of(shape.rank(), count));
    int[] strides = shape.strides();
    int column = 0;
    for (int index = 0; index < input.elementCount(); index++) {
      if (input.getDouble(index) != 0) {
        for (int axis = 0; axis < strides.length; axis++) {
          result.setLong(axis * count + column, index / strides[axis] % shape.dimension(axis));
        }
        column++;
      }
    }
  }
}
