package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.AxisMaps;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** CenterCropPad: the middle of the input, with zeros around it where that is too small. */
final class CenterCropPadOperator implements Operator {
  private final long[] axes;

  CenterCropPadOperator(NodeContext context) throws ModelFormatException {
    this.axes = context.wholes("axes");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(1);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    long[] wanted = Operands.wholes(invocation.input(1));
    int count = axes == null ? shape.rank() : axes.length;
    if (wanted.length != count) {
      throw new TensorException(wanted.length + " extents do not fit " + count + " axes");
    }
    int[][] maps = new int[shape.rank()][];
    long[] dimensions = new long[shape.rank()];
    for (int axis = 0; axis < maps.length; axis++) {
      dimensions[axis] = shape.dimension(axis);
    }
    for (int index = 0; index < count; index++) {
      dimensions[shape.axis(axes == null ? index : axes[index])] = wanted[index];
    }
    Shape resultShape = Shape.ofLongs(dimensions);
    Tensor result = invocation.output(0, input.type(), resultShape);
    for (int axis = 0; axis < maps.length; axis++) {
      maps[axis] = map(shape.dimension(axis), resultShape.dimension(axis));
    }
    AxisMaps.copy(input, maps, result);
  }

  private static int[] map(int extent, int wanted) {
    // An odd element is cut at the end, and added at the end.
    int shift = wanted < extent ? (extent - wanted) / 2 : -((wanted - extent) / 2);
    int[] map = new int[wanted];
    for (int index = 0; index < wanted; index++) {
      int source = index + shift;
      map[index] = source >= 0 && source < extent ? source : AxisMaps.OUTSIDE;
    }
    return map;
  }
}
