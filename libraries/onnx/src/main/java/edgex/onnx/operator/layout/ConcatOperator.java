package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Concat: tensors of one type joined along an axis; their other extents are equal. */
final class ConcatOperator implements Operator {
  private final long axis;

  ConcatOperator(NodeContext context) throws ModelFormatException {
    context.require(context.opset() < 4 || context.has("axis"), "attribute axis is missing");
    this.axis = context.whole("axis", 1);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Shape first = invocation.input(0).shape();
    int along = first.axis(axis);
    long extent = 0;
    for (int index = 0; index < invocation.inputCount(); index++) {
      Shape shape = invocation.input(index).shape();
      boolean fits =
          shape.rank() == first.rank() && shape.with(along, first.dimension(along)).equals(first);
      if (!fits) {
        throw new TensorException("cannot join " + first + " and " + shape + " along " + axis);
      }
      extent += shape.dimension(along);
    }
    if (extent > Shape.MAXIMUM_ELEMENTS) {
      throw new TensorException("the joined tensor is too large");
    }
    Shape shape = first.with(along, (int) extent);
    Tensor result = invocation.output(0, invocation.input(0).type(), shape);
    int to = 0;
    for (int block = 0; block < shape.product(0, along); block++) {
      for (int index = 0; index < invocation.inputCount(); index++) {
        Tensor input = invocation.input(index);
        int count = input.shape().product(along, shape.rank());
        result.copy(to, input, block * count, count);
        to += count;
      }
    }
  }
}
