package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Lines;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/**
 * Hardmax: 1 for the first largest element along an axis, 0 for all others; before opset 13 along
 * all axes from the given one on, taken together.
 */
final class HardmaxOperator implements Operator {
  private final boolean flattened;
  private final long axis;

  HardmaxOperator(NodeContext context) throws ModelFormatException {
    this.flattened = context.opset() < 13;
    this.axis = context.whole("axis", flattened ? 1 : -1);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int along = shape.axis(axis);
    Tensor result = invocation.output(0, input.type(), shape);
    Shape lines =
        flattened ? Shape.of(shape.product(0, along), shape.product(along, shape.rank())) : shape;
    Lines.forEach(
        lines,
        flattened ? 1 : along,
        (start, stride, count) -> {
          int best = start;
          for (int step = 1; step < count; step++) {
            int index = start + step * stride;
            best = input.compare(index, best) > 0 ? index : best;
          }
          if (count > 0) {
            result.setDouble(best, 1);
          }
        });
  }
}
