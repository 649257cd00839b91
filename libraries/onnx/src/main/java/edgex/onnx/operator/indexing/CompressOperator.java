package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Compress: the slices along an axis, or single elements, for which a condition holds. */
final class CompressOperator implements Operator {
  private final boolean flat;
  private final long axis;

  CompressOperator(NodeContext context) throws ModelFormatException {
    this.flat = !context.has("axis");
    this.axis = context.whole("axis", 0);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.BOOL);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor whole = invocation.input(0);
    Tensor input = flat ? whole.reshaped(Shape.of(whole.elementCount())) : whole;
    Tensor condition = invocation.input(1);
    Shape shape = input.shape();
    int along = shape.axis(axis);
    int extent = shape.dimension(along);
    if (condition.elementCount() > extent) {
      throw new TensorException(condition + " is longer than " + extent);
    }
    int kept = 0;
    for (int index = 0; index < condition.elementCount(); index++) {
      kept += (int) condition.getLong(index);
    }
    Tensor result = invocation.output(0, input.type(), shape.with(along, kept));
    int inner = shape.product(along + 1, shape.rank());
    int to = 0;
    for (int block = 0; block < shape.product(0, along); block++) {
      for (int index = 0; index < condition.elementCount(); index++) {
        if (condition.getLong(index) != 0) {
          result.copy(to, input, (block * extent + index) * inner, inner);
          to += inner;
        }
      }
    }
  }
}
