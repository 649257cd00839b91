package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** Shape, Size: the extents of the input, or the number of its elements. */
final class ShapeOperator implements Operator {
  private final boolean size;
  private final long start;
  private final long end;

  private ShapeOperator(NodeContext context, boolean size) throws ModelFormatException {
    this.size = size;
    this.start = size ? 0 : context.whole("start", 0);
    this.end = size ? 0 : context.whole("end", Shape.MAXIMUM_RANK);
  }

  static void addTo(OperatorTable table) {
    table.add("Shape", 1, 1, 1, context -> new ShapeOperator(context, false));
    table.add("Size", 1, 1, 1, context -> new ShapeOperator(context, true));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {ElementType.INT64};
  }

  @Override
  public void run(Invocation invocation) {
    Shape shape = invocation.input(0).shape();
    if (size) {
      invocation.output(0, ElementType.INT64, Shape.SCALAR).setLong(0, shape.elementCount());
      return;
    }
    int from = clamped(start, shape.rank());
    int count = Math.max(0, clamped(end, shape.rank()) - from);
    Tensor result = invocation.output(0, ElementType.INT64, Shape.of(count));
    for (int index = 0; index < count; index++) {
      result.setLong(index, shape.dimension(from + index));
    }
  }

  /** An axis counted from the end when negative, moved into the shape where it leaves it. */
  private static int clamped(long axis, int rank) {
    long counted = axis < 0 ? axis + rank : axis;
    return (int) Math.max(0, Math.min(rank, counted));
  }
}
