package edgex.onnx.operator.reduction;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Lines;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** ArgMax, ArgMin: where along an axis the largest or smallest element is. */
final class ExtremeIndexOperator implements Operator {
  private final boolean smallest;
  private final long axis;
  private final boolean keep;
  private final boolean last;

  private ExtremeIndexOperator(NodeContext context, boolean smallest) throws ModelFormatException {
    this.smallest = smallest;
    this.axis = context.whole("axis", 0);
    this.keep = context.whole("keepdims", 1) != 0;
    this.last = context.flag("select_last_index");
  }

  static void addTo(OperatorTable table) {
    table.add("ArgMax", 1, 1, 1, context -> new ExtremeIndexOperator(context, false));
    table.add("ArgMin", 1, 1, 1, context -> new ExtremeIndexOperator(context, true));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.numeric(0);
    return new ElementType[] {ElementType.INT64};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int along = shape.axis(axis);
    if (shape.dimension(along) == 0) {
      throw new TensorException("an axis without elements has no largest and no smallest one");
    }
    Shape kept = shape.with(along, 1);
    Tensor result = invocation.output(0, ElementType.INT64, keep ? kept : kept.without(along));
    int[] next = new int[1];
    Lines.forEach(
        shape,
        along,
        (start, stride, count) -> result.setLong(next[0]++, extreme(input, start, stride, count)));
  }

  private int extreme(Tensor input, int start, int stride, int count) {
    int best = 0;
    for (int step = 1; step < count; step++) {
      int order = input.compare(start + step * stride, start + best * stride);
      int better = smallest ? -order : order;
      if (better > 0 || (better == 0 && last)) {
        best = step;
      }
    }
    return best;
  }
}
