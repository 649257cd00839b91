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
import java.util.Arrays;

/**
 * Tile: the input repeated along each axis as often as input 1 says; before opset 6 input 1 is a
 * number of times for the axis in input 2.
 */
final class TileOperator implements Operator {
  private final boolean oneAxis;

  TileOperator(NodeContext context) throws ModelFormatException {
    this.oneAxis = context.opset() < 6;
    context.require(
        context.inputCount() == (oneAxis ? 3 : 2), "cannot take " + context.inputCount());
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.require(1, oneAxis || inputs.get(1) == ElementType.INT64);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    long[] repeats = repeats(invocation, shape.rank());
    if (repeats.length != shape.rank()) {
      throw new TensorException(repeats.length + " repeats do not fit " + shape);
    }
    long[] dimensions = new long[shape.rank()];
    for (int axis = 0; axis < dimensions.length; axis++) {
      if (repeats[axis] < 0 || repeats[axis] > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("cannot repeat " + repeats[axis] + " times");
      }
      dimensions[axis] = shape.dimension(axis) * repeats[axis];
    }
    Tensor result = invocation.output(0, input.type(), Shape.ofLongs(dimensions));
    int[][] maps = new int[dimensions.length][];
    for (int axis = 0; axis < maps.length; axis++) {
      maps[axis] = new int[(int) dimensions[axis]];
      for (int index = 0; index < maps[axis].length; index++) {
        maps[axis][index] = index % shape.dimension(axis);
      }
    }
    AxisMaps.copy(input, maps, result);
  }

  private long[] repeats(Invocation invocation, int rank) {
    if (!oneAxis) {
      return Operands.wholes(invocation.input(1));
    }
    long[] repeats = new long[rank];
    Arrays.fill(repeats, 1);
    repeats[Shape.axis(Operands.whole(invocation.input(2)), rank)] =
        Operands.whole(invocation.input(1));
    return repeats;
  }
}
