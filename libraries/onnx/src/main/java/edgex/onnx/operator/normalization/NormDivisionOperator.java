package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Lines;
import edgex.tensor.Tensor;

/** LpNormalization: every line along an axis divided by its norm of first or second order. */
final class NormDivisionOperator implements Operator {
  private final long axis;
  private final boolean absolute;

  NormDivisionOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", -1);
    long order = context.whole("p", 2);
    context.require(order == 1 || order == 2, "attribute p is " + order);
    this.absolute = order == 1;
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    int along = input.shape().axis(axis);
    Tensor result = invocation.output(0, input.type(), input.shape());
    Lines.forEach(
        input.shape(),
        along,
        (start, stride, count) -> {
          double norm = norm(input, start, stride, count);
          for (int step = 0; step < count && norm != 0; step++) {
            int index = start + step * stride;
            result.setDouble(index, input.getDouble(index) / norm);
          }
        });
  }

  private double norm(Tensor input, int start, int stride, int count) {
    double sum = 0;
    for (int step = 0; step < count; step++) {
      double value = input.getDouble(start + step * stride);
      sum += absolute ? Math.abs(value) : value * value;
    }
    return absolute ? sum : Math.sqrt(sum);
  }
}
