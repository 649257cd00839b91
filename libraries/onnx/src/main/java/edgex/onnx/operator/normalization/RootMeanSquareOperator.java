package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Normalization;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** RMSNormalization: elements divided by the root of their mean square, and scaled. */
final class RootMeanSquareOperator implements Operator {
  private final long axis;
  private final float epsilon;

  RootMeanSquareOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", -1);
    this.epsilon = context.real("epsilon", 1e-5f);
    // In which precision to compute: it is always double.
    context.whole("stash_type", 1);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.floatingPoint(0);
    return new ElementType[] {inputs.floatingPoint(1)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    Shape inner = ElementParameter.innerShape(shape, shape.axis(axis));
    ElementParameter scale = new ElementParameter(invocation.input(1), inner, 1);
    Tensor result = invocation.output(0, invocation.input(1).type(), shape);
    int count = inner.elementCount();
    for (int from = 0; from < input.elementCount(); from += count) {
      double factor = 1 / Math.sqrt(Normalization.meanSquare(input, from, count) + epsilon);
      for (int index = 0; index < count; index++) {
        result.setDouble(from + index, input.getDouble(from + index) * factor * scale.get(index));
      }
    }
  }
}
