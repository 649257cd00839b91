package edgex.onnx.operator.reduction;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Lines;
import edgex.tensor.Tensor;

/**
 * CumSum, CumProd: along an axis, the sum or product of all elements up to each one, or before it
 * if {@code exclusive}; from the end if {@code reverse}.
 */
final class CumulativeOperator implements Operator {
  private final boolean product;
  private final boolean exclusive;
  private final boolean reverse;

  private CumulativeOperator(NodeContext context, boolean product) throws ModelFormatException {
    this.product = product;
    this.exclusive = context.flag("exclusive");
    this.reverse = context.flag("reverse");
  }

  static void addTo(OperatorTable table) {
    table.add("CumSum", 11, 2, 2, context -> new CumulativeOperator(context, false));
    table.add("CumProd", 26, 2, 2, context -> new CumulativeOperator(context, true));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(1);
    return new ElementType[] {inputs.numeric(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    int axis = input.shape().axis(Operands.whole(invocation.input(1)));
    Tensor result = invocation.output(0, input.type(), input.shape());
    Lines.forEach(
        input.shape(),
        axis,
        (start, stride, count) -> {
          int first = reverse ? start + (count - 1) * stride : start;
          accumulate(input, first, reverse ? -stride : stride, count, result);
        });
  }

  private void accumulate(Tensor input, int first, int stride, int count, Tensor result) {
    double real = product ? 1 : 0;
    long whole = product ? 1 : 0;
    boolean isReal = input.type().isFloatingPoint();
    for (int step = 0; step < count; step++) {
      int index = first + step * stride;
      double realBefore = real;
      long wholeBefore = whole;
      if (isReal) {
        double term = input.getDouble(index);
        real = product ? real * term : real + term;
        result.setDouble(index, exclusive ? realBefore : real);
      } else {
        long term = input.getLong(index);
        whole = product ? whole * term : whole + term;
        result.setLong(index, exclusive ? wholeBefore : whole);
      }
    }
  }
}
