package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Trilu: the upper or lower triangle of the matrices in the last two axes, zeros elsewhere. */
final class TriangleOperator implements Operator {
  private final boolean upper;

  TriangleOperator(NodeContext context) throws ModelFormatException {
    this.upper = context.whole("upper", 1) != 0;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.optional(1, ElementType.INT64);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    if (shape.rank() < 2) {
      throw new TensorException("a tensor of shape " + shape + " is not a matrix");
    }
    long diagonal = invocation.hasInput(1) ? Operands.whole(invocation.input(1)) : 0;
    int columns = shape.dimension(shape.rank() - 1);
    int rows = shape.dimension(shape.rank() - 2);
    Tensor result = invocation.output(0, input.type(), shape);
    // Beyond the matrix every diagonal is alike, and the difference below cannot overflow.
    long place = Math.max(-rows, Math.min(columns, diagonal));
    for (int index = 0; index < input.elementCount(); index++) {
      long distance = index % columns - (long) (index / columns % rows);
      if (upper ? distance >= place : distance <= place) {
        result.setFrom(index, input, index);
      }
    }
  }
}
