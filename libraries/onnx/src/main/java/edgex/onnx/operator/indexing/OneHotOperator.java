package edgex.onnx.operator.indexing;

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

/** OneHot: for every index a line with one value at that place and another at all others. */
final class OneHotOperator implements Operator {
  private final long axis;

  OneHotOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", -1);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.numeric(0);
    inputs.numeric(1);
    return new ElementType[] {inputs.get(2)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor indices = invocation.input(0);
    Tensor values = invocation.input(2);
    long depth = Operands.whole(invocation.input(1));
    if (values.elementCount() != 2 || depth < 1 || depth > Shape.MAXIMUM_ELEMENTS) {
      throw new TensorException("lines of " + depth + " elements with values " + values);
    }
    Shape shape = indices.shape();
    int along = Shape.axis(axis, shape.rank() + 1);
    Tensor result = invocation.output(0, values.type(), shape.inserted(along, (int) depth));
    for (int index = 0; index < result.elementCount(); index++) {
      result.setFrom(index, values, 0);
    }
    int inner = shape.product(along, shape.rank());
    for (int index = 0; index < indices.elementCount(); index++) {
      long place = indices.getLong(index);
      if (place >= -depth && place < depth) {
        int at = (int) (place < 0 ? place + depth : place);
        result.setFrom((index / inner * (int) depth + at) * inner + index % inner, values, 1);
      }
    }
  }
}
