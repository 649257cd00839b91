package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;

/** Identity, Flatten: the input itself under another shape or the same. */
final class ViewOperator implements Operator {
  private interface Reshaping {
    Shape of(Shape input);
  }

  private final Reshaping reshaping;

  private ViewOperator(Reshaping reshaping) {
    this.reshaping = reshaping;
  }

  static void addTo(OperatorTable table) {
    table.add("Identity", 1, 1, 1, context -> new ViewOperator(shape -> shape));
    table.add(
        "Flatten",
        1,
        1,
        1,
        context -> {
          long axis = context.whole("axis", 1);
          return new ViewOperator(shape -> flattened(shape, axis));
        });
  }

  private static Shape flattened(Shape shape, long axis) {
    // The axis after the last is allowed, too: then all elements lie in one column.
    boolean afterLast = axis == shape.rank();
    int split = afterLast ? shape.rank() : shape.axis(axis);
    return Shape.of(shape.product(0, split), shape.product(split, shape.rank()));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    invocation.outputView(0, reshaping.of(invocation.input(0).shape()));
  }
}
