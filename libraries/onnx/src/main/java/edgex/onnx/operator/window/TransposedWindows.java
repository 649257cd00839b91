package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import edgex.tensor.Window;

/**
 * The windows of operators that enlarge their input: ConvTranspose and MaxUnpool. Seen from the
 * result, which a {@link Window} takes for its input, each element of the real input is a position.
 */
final class TransposedWindows {
  private final int[] kernel;
  private final int[] strides;
  private final int[] dilations;
  private final int[] pads;
  private final int[] outputPadding;
  private final int[] outputShape;
  private final String autoPad;

  TransposedWindows(NodeContext context) throws ModelFormatException {
    this.kernel = context.integers("kernel_shape");
    this.strides = context.integers("strides");
    this.dilations = context.integers("dilations");
    this.pads = context.integers("pads");
    this.outputPadding = context.integers("output_padding");
    this.outputShape = context.integers("output_shape");
    this.autoPad = context.choice("auto_pad", "NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER");
  }

  /** The extent of the window along each spatial axis, or null if the node does not say. */
  int[] kernel() {
    return kernel;
  }

  /** One window per spatial axis of an input, whose first two axes are batch and channels. */
  Window[] of(Shape input, int[] kernel) {
    int axes = input.rank() - 2;
    requireLength(this.kernel, axes);
    requireLength(strides, axes);
    requireLength(dilations, axes);
    requireLength(pads, 2 * axes);
    requireLength(outputPadding, axes);
    // Some exporters list batch and channels, too.
    int skipped = outputShape != null && outputShape.length == axes + 2 ? 2 : 0;
    requireLength(outputShape, axes + skipped);
    Window[] windows = new Window[axes];
    for (int axis = 0; axis < axes; axis++) {
      int stride = strides == null ? 1 : strides[axis];
      int dilation = dilations == null ? 1 : dilations[axis];
      if (kernel[axis] < 1 || stride < 1 || dilation < 1) {
        throw new TensorException("kernel, stride and dilation must be at least 1");
      }
      int positions = input.dimension(axis + 2);
      long extra = outputPadding == null ? 0 : outputPadding[axis];
      long whole = (positions - 1L) * stride + extra + (kernel[axis] - 1L) * dilation + 1;
      long before = pads == null ? 0 : pads[axis];
      long after = pads == null ? 0 : pads[axis + axes];
      if (outputShape != null || autoPad.startsWith("SAME")) {
        long wanted = outputShape == null ? (long) positions * stride : outputShape[axis + skipped];
        long surplus = Math.max(0, whole - wanted);
        boolean less = autoPad.equals("SAME_UPPER") || autoPad.equals("NOTSET");
        before = less ? surplus / 2 : surplus - surplus / 2;
        after = surplus - before;
        whole += Math.max(0, wanted - whole);
      }
      int size = narrow(whole - before - after);
      windows[axis] =
          new Window(
              size, positions, kernel[axis], stride, dilation, narrow(before), narrow(after));
    }
    return windows;
  }

  private static int narrow(long length) {
    if (length < 0 || length > Shape.MAXIMUM_ELEMENTS) {
      throw new TensorException("a window's padding or result has an extent of " + length);
    }
    return (int) length;
  }

  private static void requireLength(int[] attribute, int length) {
    if (attribute != null && attribute.length != length) {
      throw new TensorException(
          "an attribute of the window has " + attribute.length + " numbers instead of " + length);
    }
  }

  /** The shape of the result: batch, channels, and what the windows take for their input. */
  static Shape resultShape(int batches, long channels, Window[] windows) {
    long[] dimensions = new long[windows.length + 2];
    dimensions[0] = batches;
    dimensions[1] = channels;
    for (int axis = 0; axis < windows.length; axis++) {
      dimensions[axis + 2] = windows[axis].input();
    }
    return Shape.ofLongs(dimensions);
  }
}
