package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * Squeeze, Unsqueeze: axes of extent 1 removed or added. Which ones is an attribute before opset
 * 13, then input 1; Squeeze without any removes all that it can.
 */
final class AxesOperator implements Operator {
  private final boolean add;
  private final long[] constantAxes;

  private AxesOperator(NodeContext context, boolean add) throws ModelFormatException {
    this.add = add;
    this.constantAxes = context.opset() < 13 ? context.wholes("axes") : null;
    context.require(
        !add || constantAxes != null || context.hasInput(1), "the axes to add are missing");
    context.require(
        context.opset() >= 13 || context.inputCount() == 1,
        "axes are an attribute before opset 13");
  }

  static void addTo(OperatorTable table) {
    table.add("Squeeze", 1, 1, 2, context -> new AxesOperator(context, false));
    table.add("Unsqueeze", 1, 1, 2, context -> new AxesOperator(context, true));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    if (inputs.get(1) != null) {
      inputs.exactly(1, ElementType.INT64);
    }
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Shape shape = invocation.input(0).shape();
    long[] axes = invocation.hasInput(1) ? Operands.wholes(invocation.input(1)) : constantAxes;
    invocation.outputView(0, add ? added(shape, axes) : removed(shape, axes));
  }

  private static Shape added(Shape shape, long[] axes) {
    if (axes.length > Shape.MAXIMUM_RANK) {
      throw new TensorException("too many axes to add");
    }
    boolean[] isNew = Operands.marked(axes, shape.rank() + axes.length);
    int[] dimensions = new int[isNew.length];
    int source = 0;
    for (int axis = 0; axis < isNew.length; axis++) {
      dimensions[axis] = isNew[axis] ? 1 : shape.dimension(source++);
    }
    return Shape.of(dimensions);
  }

  private static Shape removed(Shape shape, long[] axes) {
    boolean[] isRemoved =
        axes == null ? new boolean[shape.rank()] : Operands.marked(axes, shape.rank());
    int[] dimensions = new int[shape.rank()];
    int rank = 0;
    for (int axis = 0; axis < isRemoved.length; axis++) {
      boolean removable = shape.dimension(axis) == 1;
      if (isRemoved[axis] && !removable) {
        throw new TensorException("axis " + axis + " of " + shape + " is not of extent 1");
      }
      if (!isRemoved[axis] && !(axes == null && removable)) {
        dimensions[rank++] = shape.dimension(axis);
      }
    }
    return Shape.of(Arrays.copyOf(dimensions, rank));
  }
}
