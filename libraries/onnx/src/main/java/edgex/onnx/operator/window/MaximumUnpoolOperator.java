package edgex.onnx.operator.window;

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

/**
 * MaxUnpool: elements put back to where MaxPool took them from, zeros elsewhere. Input 1 has their
 * flat indices, input 2, if given, the result's shape.
 */
final class MaximumUnpoolOperator implements Operator {
  private final TransposedWindows windows;

  MaximumUnpoolOperator(NodeContext context) throws ModelFormatException {
    this.windows = new TransposedWindows(context);
    context.require(windows.kernel() != null, "attribute kernel_shape is missing");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.INT64);
    inputs.optional(2, ElementType.INT64);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor indices = invocation.input(1);
    Shape shape = input.shape();
    if (shape.rank() < 3 || indices.elementCount() != input.elementCount()) {
      throw new TensorException(indices + " indices do not fit " + input);
    }
    Shape natural =
        TransposedWindows.resultShape(
            shape.dimension(0), shape.dimension(1), windows.of(shape, windows.kernel()));
    boolean given = invocation.hasInput(2);
    Shape resultShape = given ? Shape.ofLongs(Operands.wholes(invocation.input(2))) : natural;
    if (resultShape.rank() != shape.rank()) {
      throw new TensorException("a result of " + resultShape + " does not fit " + shape);
    }
    Tensor result = invocation.output(0, input.type(), resultShape);
    for (int index = 0; index < input.elementCount(); index++) {
      long to = indices.getLong(index);
      if (to < 0 || to >= natural.elementCount()) {
        throw new TensorException("index " + to + " leaves " + natural);
      }
      result.setFrom(moved((int) to, natural, resultShape), input, index);
    }
  }

  /** The flat index in another shape of the element with flat index {@code index}. */
  private static int moved(int index, Shape from, Shape to) {
    int[] strides = from.strides();
    int[] targets = to.strides();
    int rest = index;
    int moved = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      int place = rest / strides[axis];
      rest %= strides[axis];
      if (place >= to.dimension(axis)) {
        throw new TensorException("index " + index + " leaves " + to);
      }
      moved += place * targets[axis];
    }
    return moved;
  }
}
