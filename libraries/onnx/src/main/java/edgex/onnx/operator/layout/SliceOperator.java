package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.StridedCopy;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * Slice: every {@code step}-th element from {@code start} to before {@code end} along some axes.
 * The ranges are attributes before opset 10, then inputs 1 to 4: starts, ends, axes, steps.
 */
final class SliceOperator implements Operator {
  private final boolean legacy;
  private final long[] constantStarts;
  private final long[] constantEnds;
  private final long[] constantAxes;

  SliceOperator(NodeContext context) throws ModelFormatException {
    this.legacy = context.opset() < 10;
    this.constantStarts = legacy ? context.wholes("starts") : null;
    this.constantEnds = legacy ? context.wholes("ends") : null;
    this.constantAxes = legacy ? context.wholes("axes") : null;
    boolean given =
        legacy
            ? constantStarts != null && constantEnds != null && context.inputCount() == 1
            : context.hasInput(1) && context.hasInput(2);
    context.require(given, "the starts and ends are missing");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    for (int index = 1; index < inputs.count(); index++) {
      inputs.indices(index);
    }
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    long[] begins = legacy ? constantStarts : operand(invocation, 1);
    long[] ends = legacy ? constantEnds : operand(invocation, 2);
    long[] axes = legacy ? constantAxes : operand(invocation, 3);
    long[] steps = legacy ? null : operand(invocation, 4);
    int start = 0;
    int[] inputStrides = shape.strides();
    int[] strides = shape.strides();
    int[] dimensions = shape.toArray();
    requireLength(ends, begins.length);
    requireLength(axes, begins.length);
    requireLength(steps, begins.length);
    boolean[] sliced = new boolean[shape.rank()];
    for (int index = 0; index < begins.length; index++) {
      int axis = shape.axis(axes == null ? index : axes[index]);
      if (sliced[axis]) {
        throw new TensorException("axis " + axis + " is sliced twice");
      }
      sliced[axis] = true;
      long step = steps == null ? 1 : steps[index];
      int extent = shape.dimension(axis);
      if (step == 0 || step != (int) step) {
        throw new TensorException("a step of " + step + " makes no slice");
      }
      // A slice backwards may end before element 0, one forwards after the last.
      long first = clamped(begins[index], extent, 0, step < 0 ? extent - 1 : extent);
      long last = clamped(ends[index], extent, step < 0 ? -1 : 0, extent);
      long count = step < 0 ? (first - last - step - 1) / -step : (last - first + step - 1) / step;
      start += (int) first * inputStrides[axis];
      dimensions[axis] = (int) Math.max(0, count);
      strides[axis] *= (int) step;
    }
    Tensor result = invocation.output(0, input.type(), Shape.of(dimensions));
    StridedCopy.run(input, start, strides, result);
  }

  private static long[] operand(Invocation invocation, int index) {
    return invocation.hasInput(index) ? Operands.wholes(invocation.input(index)) : null;
  }

  private static void requireLength(long[] values, int length) {
    if (values != null && values.length != length) {
      throw new TensorException("starts, ends, axes and steps differ in length");
    }
  }

  private static long clamped(long position, int extent, long lowest, long highest) {
    long counted = position < 0 ? position + extent : position;
    return Math.min(highest, Math.max(lowest, counted));
  }
}
