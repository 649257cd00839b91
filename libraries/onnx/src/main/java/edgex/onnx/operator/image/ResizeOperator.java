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
 * Resize: the input sampled more or less densely along some axes, by scales or to sizes. Inputs: X,
 * region, scales, sizes; before opset 11 only X and scales.
 */
final class ResizeOperator implements Operator {
  private final Coordinates coordinates;
  private final Interpolation interpolation;
  private final ResizeTarget target;
  private final double outsideValue;

  ResizeOperator(NodeContext context) throws ModelFormatException {
    this.coordinates = new Coordinates(context);
    this.interpolation = new Interpolation(context);
    this.target = new ResizeTarget(context);
    this.outsideValue = context.real("extrapolation_value", 0f);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.require(0, interpolation.isNearest() || inputs.get(0).isNumeric());
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    Coordinates.Axis[] axes = target.axes(invocation, coordinates.isCrop());
    int[] dimensions = new int[axes.length];
    for (int axis = 0; axis < axes.length; axis++) {
      dimensions[axis] = axes[axis].output();
      if (axes[axis].input() == 0 && axes[axis].output() != 0) {
        throw new TensorException(shape + " has no elements to resize");
      }
    }
    Tensor result = invocation.output(0, input.type(), Shape.of(dimensions));
    if (result.elementCount() == 0) {
      return;
    }
    if (interpolation.isNearest()) {
      copyNearest(input, axes, result);
    } else {
      interpolate(invocation, input, axes, result);
    }
    if (coordinates.isCrop()) {
      markOutside(axes, result);
    }
  }

  private void copyNearest(Tensor input, Coordinates.Axis[] axes, Tensor result) {
    int[][] maps = new int[axes.length][];
    for (int axis = 0; axis < axes.length; axis++) {
      maps[axis] = new int[axes[axis].output()];
      for (int index = 0; index < maps[axis].length; index++) {
        double place = coordinates.place(axes[axis], index);
        maps[axis][index] = interpolation.nearest(place, axes[axis].input());
      }
    }
    AxisMaps.copy(input, maps, result);
  }

  private void interpolate(
      Invocation invocation, Tensor input, Coordinates.Axis[] axes, Tensor result) {
    boolean isFloat = input.type() == ElementType.FLOAT32;
    ElementType type = isFloat ? ElementType.FLOAT32 : ElementType.FLOAT64;
    // All memory first, the elements afterwards, so that a rehearsal sees it.
    Tensor[] stages = new Tensor[axes.length];
    Shape shape = input.shape();
    for (int axis = axes.length - 1; axis >= 0; axis--) {
      if (changes(axes[axis])) {
        shape = shape.with(axis, axes[axis].output());
        stages[axis] = invocation.temporary(type, shape);
      }
    }
    Tensor current = input;
    for (int axis = axes.length - 1; axis >= 0; axis--) {
      if (changes(axes[axis])) {
        Coordinates.Axis own = axes[axis];
        Resampling table = new Resampling(own.output());
        for (int index = 0; index < own.output(); index++) {
          interpolation.weigh(table, index, coordinates.place(own, index), own);
        }
        table.run(current, axis, stages[axis]);
        current = stages[axis];
      }
    }
    for (int index = 0; index < result.elementCount(); index++) {
      result.setDouble(index, current.getDouble(index));
    }
  }

  private boolean changes(Coordinates.Axis axis) {
    boolean unchanged = axis.input() == axis.output() && axis.scale() == 1;
    return !unchanged || coordinates.isCrop();
  }

  /** Gives elements that lie outside of the input along any axis the value for such. */
  private void markOutside(Coordinates.Axis[] axes, Tensor result) {
    Shape shape = result.shape();
    int[] strides = shape.strides();
    for (int axis = 0; axis < axes.length; axis++) {
      for (int index = 0; index < result.elementCount(); index++) {
        int place = index / strides[axis] % shape.dimension(axis);
        double at = coordinates.place(axes[axis], place);
        if (at < 0 || at > axes[axis].input() - 1) {
          result.setDouble(index, outsideValue);
        }
      }
    }
  }
}
