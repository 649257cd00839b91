package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** AffineGrid: the grid for GridSample that an affine map [N, 2, 3] or [N, 3, 4] gives. */
final class AffineGridOperator implements Operator {
  private final boolean alignCorners;

  AffineGridOperator(NodeContext context) throws ModelFormatException {
    this.alignCorners = context.flag("align_corners");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.INT64);
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor map = invocation.input(0);
    Shape size = Shape.ofLongs(Operands.wholes(invocation.input(1)));
    int axes = size.rank() - 2;
    boolean fits = axes == 2 || axes == 3;
    if (!fits || !map.shape().equals(Shape.of(size.dimension(0), axes, axes + 1))) {
      throw new TensorException("a map of " + map.shape() + " does not fit a size of " + size);
    }
    int[] dimensions = new int[axes + 2];
    dimensions[0] = size.dimension(0);
    dimensions[axes + 1] = axes;
    for (int axis = 0; axis < axes; axis++) {
      dimensions[axis + 1] = size.dimension(axis + 2);
    }
    Tensor result = invocation.output(0, map.type(), Shape.of(dimensions));
    int positions = size.product(2, size.rank());
    for (int index = 0; index < result.elementCount(); index++) {
      int row = index % axes;
      int position = index / axes % positions;
      int from = (index / axes / positions * axes + row) * (axes + 1);
      double sum = map.getDouble(from + axes);
      // The map's first column belongs to the last axis.
      for (int column = 0; column < axes; column++) {
        int axis = axes - 1 - column;
        int extent = size.dimension(axis + 2);
        sum += map.getDouble(from + column) * normalized(position % extent, extent);
        position /= extent;
      }
      result.setDouble(index, sum);
    }
  }

  private double normalized(int index, int extent) {
    if (alignCorners) {
      return extent == 1 ? 0 : 2.0 * index / (extent - 1) - 1;
    }
    return (2.0 * index + 1) / extent - 1;
  }
}
