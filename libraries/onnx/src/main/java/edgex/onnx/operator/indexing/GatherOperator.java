package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.Arrays;

/** Gather: slices of input 0 along an axis, in the order that the indices of input 1 give. */
final class GatherOperator implements Operator {
  private final long axis;

  GatherOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", 0);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(1);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor indices = invocation.input(1);
    Shape shape = input.shape();
    int along = shape.axis(axis);
    Tensor result = invocation.output(0, input.type(), resultShape(shape, along, indices.shape()));
    int extent = shape.dimension(along);
    int count = shape.product(along + 1, shape.rank());
    int to = 0;
    for (int block = 0; block < shape.product(0, along); block++) {
      for (int index = 0; index < indices.elementCount(); index++) {
        int slice = Shape.axis(indices.getLong(index), extent);
        result.copy(to, input, (block * extent + slice) * count, count);
        to += count;
      }
    }
  }

  /** The input's shape with the gathered axis replaced by those of the indices. */
  private static Shape resultShape(Shape input, int along, Shape indices) {
    int[] dimensions = Arrays.copyOf(input.toArray(), input.rank() - 1 + indices.rank());
    for (int axis = 0; axis < indices.rank(); axis++) {
      dimensions[along + axis] = indices.dimension(axis);
    }
    for (int axis = along + 1; axis < input.rank(); axis++) {
      dimensions[axis - 1 + indices.rank()] = input.dimension(axis);
    }
    return Shape.of(dimensions);
  }
}
