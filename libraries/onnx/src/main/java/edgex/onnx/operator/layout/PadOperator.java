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

/**
 * Pad: elements added before and after each axis, or taken away where their number is negative.
 * They are a constant, or copies of the input: its edge, its mirror image, or its other end.
 *
 * <p>Before opset 11 numbers and constant are attributes, then inputs 1 and 2; input 3 names the
 * axes since opset 18.
 */
final class PadOperator implements Operator {
  private final String mode;
  private final long[] constantPads;
  private final float constantValue;

  PadOperator(NodeContext context) throws ModelFormatException {
    this.mode = context.choice("mode", "constant", "reflect", "edge", "wrap");
    boolean legacy = context.opset() < 11;
    this.constantPads = legacy ? context.wholes(context.opset() < 2 ? "paddings" : "pads") : null;
    this.constantValue = legacy ? context.real("value", 0f) : 0f;
    context.require(
        legacy ? constantPads != null && context.inputCount() == 1 : context.hasInput(1),
        "the numbers of elements to add are missing");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.optional(1, ElementType.INT64);
    inputs.optional(2, inputs.get(0));
    inputs.indices(3);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int rank = shape.rank();
    long[] pads = constantPads == null ? Operands.wholes(invocation.input(1)) : constantPads;
    int[] axes = axes(invocation, rank);
    if (pads.length != 2 * axes.length) {
      throw new TensorException(pads.length + " numbers do not pad " + axes.length + " axes");
    }
    int[][] maps = new int[rank][];
    long[] dimensions = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      dimensions[axis] = shape.dimension(axis);
    }
    for (int index = 0; index < axes.length; index++) {
      long before = limited(pads[index]);
      dimensions[axes[index]] += before + limited(pads[index + axes.length]);
    }
    Shape resultShape = Shape.ofLongs(dimensions);
    Tensor result = invocation.output(0, input.type(), resultShape);
    for (int axis = 0; axis < rank; axis++) {
      maps[axis] = AxisMaps.identity(shape.dimension(axis));
    }
    for (int index = 0; index < axes.length; index++) {
      int axis = axes[index];
      maps[axis] = map(shape.dimension(axis), pads[index], resultShape.dimension(axis));
    }
    fill(invocation, result);
    AxisMaps.copy(input, maps, result);
  }

  private static long limited(long pad) {
    if (Math.abs(pad) > Shape.MAXIMUM_ELEMENTS) {
      throw new TensorException("cannot pad by " + pad);
    }
    return pad;
  }

  private static int[] axes(Invocation invocation, int rank) {
    if (!invocation.hasInput(3)) {
      return AxisMaps.identity(rank);
    }
    long[] named = Operands.wholes(invocation.input(3));
    Operands.marked(named, rank);
    int[] axes = new int[named.length];
    for (int index = 0; index < axes.length; index++) {
      axes[index] = Shape.axis(named[index], rank);
    }
    return axes;
  }

  private void fill(Invocation invocation, Tensor result) {
    boolean given = invocation.hasInput(2);
    if (!mode.equals("constant") || (!given && constantValue == 0)) {
      return;
    }
    Tensor value = given ? invocation.input(2) : null;
    if (given && value.elementCount() != 1) {
      throw new TensorException("the value to pad with must be a single one, not " + value);
    }
    for (int index = 0; index < result.elementCount(); index++) {
      if (given) {
        result.setFrom(index, value, 0);
      } else {
        result.setDouble(index, constantValue);
      }
    }
  }

  private int[] map(int extent, long before, int padded) {
    int[] map = new int[padded];
    for (int index = 0; index < padded; index++) {
      long source = index - before;
      boolean inside = source >= 0 && source < extent;
      map[index] = inside ? (int) source : outside(source, extent);
    }
    return map;
  }

  private int outside(long source, int extent) {
    if (mode.equals("constant")) {
      return AxisMaps.OUTSIDE;
    }
    if (extent == 0) {
      throw new TensorException("an axis without elements has none to pad with");
    }
    return switch (mode) {
      case "edge" -> source < 0 ? 0 : extent - 1;
      case "wrap" -> (int) Math.floorMod(source, (long) extent);
      default -> {
        // The image repeats after going forth and back, the ends counted once.
        long period = Math.max(1, 2L * (extent - 1));
        long place = Math.floorMod(source, period);
        yield (int) (place < extent ? place : period - place);
      }
    };
  }
}
