package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** By how much, or to what, the node resizes which axes. */
final class ResizeTarget {
  private static final int REGION = 1;
  private static final int SIZES = 3;

  private final int scalesInput;
  private final long[] namedAxes;
  private final String policy;

  ResizeTarget(NodeContext context) throws ModelFormatException {
    this.scalesInput = context.opset() < 11 ? 1 : 2;
    this.namedAxes = context.wholes("axes");
    this.policy =
        context.choice("keep_aspect_ratio_policy", "stretch", "not_larger", "not_smaller");
    context.require(
        context.hasInput(scalesInput) || context.hasInput(SIZES), "scales and sizes are missing");
  }

  Coordinates.Axis[] axes(Invocation invocation, boolean crop) {
    Shape shape = invocation.input(0).shape();
    int rank = shape.rank();
    Coordinates.Axis[] axes = new Coordinates.Axis[rank];
    for (int axis = 0; axis < rank; axis++) {
      axes[axis] = new Coordinates.Axis(shape.dimension(axis), shape.dimension(axis), 1, 0, 1);
    }
    int count = namedAxes == null ? rank : namedAxes.length;
    double[] scales = scales(invocation, shape, count);
    for (int place = 0; place < count; place++) {
      int axis = axis(shape, place);
      int extent = shape.dimension(axis);
      double start = crop ? region(invocation, place, count) : 0;
      double end = crop ? region(invocation, place + count, count) : 1;
      boolean sized = !hasScales(invocation);
      double length = Math.floor(extent * (end - start) * scales[place]);
      long output =
          sized ? size(invocation, place, extent, scales[place]) : (long) Math.max(0, length);
      if (output < 0 || output > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("cannot resize an axis to " + output);
      }
      axes[axis] = new Coordinates.Axis(extent, (int) output, scales[place], start, end);
    }
    return axes;
  }

  private int axis(Shape shape, int place) {
    return shape.axis(namedAxes == null ? place : namedAxes[place]);
  }

  private boolean hasScales(Invocation invocation) {
    return invocation.hasInput(scalesInput)
        && (invocation.input(scalesInput).elementCount() > 0 || !invocation.hasInput(SIZES));
  }

  private static double region(Invocation invocation, int index, int count) {
    if (!invocation.hasInput(REGION) || invocation.input(REGION).elementCount() != 2 * count) {
      throw new TensorException("the region to resize is missing or has a wrong length");
    }
    return invocation.input(REGION).getDouble(index);
  }

  private double[] scales(Invocation invocation, Shape shape, int count) {
    boolean given = hasScales(invocation);
    Tensor source = invocation.input(given ? scalesInput : SIZES);
    if (source.elementCount() != count) {
      throw new TensorException(source + " does not fit " + count + " axes");
    }
    double[] scales = new double[count];
    double common = policy.equals("not_larger") ? Double.MAX_VALUE : 0;
    for (int place = 0; place < count; place++) {
      double value = source.getDouble(place);
      scales[place] = given ? value : value / Math.max(1, shape.dimension(axis(shape, place)));
      if (!(scales[place] > 0) || scales[place] > Shape.MAXIMUM_ELEMENTS) {
        throw new TensorException("cannot resize by a scale of " + scales[place]);
      }
      common =
          policy.equals("not_larger")
              ? Math.min(common, scales[place])
              : Math.max(common, scales[place]);
    }
    for (int place = 0; place < count && !given && !policy.equals("stretch"); place++) {
      scales[place] = common;
    }
    return scales;
  }

  private long size(Invocation invocation, int place, int extent, double scale) {
    return policy.equals("stretch")
        ? Operands.wholes(invocation.input(SIZES))[place]
        : (long) Math.floor(extent * scale + 0.5);
  }
}
