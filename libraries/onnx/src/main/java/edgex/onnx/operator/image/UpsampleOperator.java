package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.AxisMaps;
import edgex.tensor.ElementType;
import edgex.tensor.Resampling;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * Upsample, which opset 10 replaced by Resize: every element repeated, or linear interpolation
 * between them. Scales are attribute {@code scales} before opset 9, then input 1.
 */
final class UpsampleOperator implements Operator {
  private final boolean nearest;
  private final float[] constantScales;

  UpsampleOperator(NodeContext context) throws ModelFormatException {
    this.nearest = !context.choice("mode", "nearest", "linear", "bilinear").endsWith("linear");
    this.constantScales = context.opset() < 9 ? context.reals("scales") : null;
    context.require(
        constantScales != null || (context.opset() >= 9 && context.hasInput(1)),
        "the scales are missing");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.require(0, nearest || inputs.get(0).isFloatingPoint());
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int count = constantScales == null ? invocation.input(1).elementCount() : constantScales.length;
    if (count != shape.rank()) {
      throw new TensorException(count + " scales do not fit " + shape);
    }
    long[] dimensions = new long[count];
    double[] scales = new double[count];
    for (int axis = 0; axis < count; axis++) {
      scales[axis] =
          constantScales == null ? invocation.input(1).getDouble(axis) : constantScales[axis];
      if (!(scales[axis] >= 1) || scales[axis] > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("cannot enlarge by a scale of " + scales[axis]);
      }
      dimensions[axis] = (long) Math.floor(shape.dimension(axis) * scales[axis]);
    }
    Tensor result = invocation.output(0, input.type(), Shape.ofLongs(dimensions));
    if (result.elementCount() == 0) {
      return;
    }
    if (nearest) {
      AxisMaps.copy(input, maps(shape, result.shape(), scales), result);
      return;
    }
    Tensor[] stages = new Tensor[count];
    Shape next = shape;
    for (int axis = 0; axis < count; axis++) {
      next = next.with(axis, (int) dimensions[axis]);
      stages[axis] = axis == count - 1 ? result : invocation.temporary(input.type(), next);
    }
    Tensor current = input;
    for (int axis = 0; axis < count; axis++) {
      linear(shape.dimension(axis), (int) dimensions[axis], scales[axis])
          .run(current, axis, stages[axis]);
      current = stages[axis];
    }
  }

  private static int[][] maps(Shape input, Shape result, double[] scales) {
    int[][] maps = new int[scales.length][];
    for (int axis = 0; axis < maps.length; axis++) {
      maps[axis] = new int[result.dimension(axis)];
      for (int index = 0; index < maps[axis].length; index++) {
        maps[axis][index] = Math.min(input.dimension(axis) - 1, (int) (index / scales[axis]));
      }
    }
    return maps;
  }

  private static Resampling linear(int extent, int enlarged, double scale) {
    Resampling table = new Resampling(enlarged);
    for (int index = 0; index < enlarged; index++) {
      double place = Math.min(extent - 1, index / scale);
      int before = (int) place;
      if (before == extent - 1) {
        table.set(index, before, 1);
      } else {
        table.set(index, before, 1 - (place - before), place - before);
      }
    }
    return table;
  }
}
