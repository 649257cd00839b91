package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import edgex.tensor.Window;

/** The attributes that convolution and pooling share, turned into one window per spatial axis. */
public final class WindowAttributes {
  private final int[] kernel;
  private final int[] strides;
  private final int[] dilations;
  private final int[] pads;
  private final Window.Padding padding;

  /** Reads the attributes of a node. */
  public WindowAttributes(NodeContext context) throws ModelFormatException {
    this.kernel = context.integers("kernel_shape");
    this.strides = context.integers("strides");
    this.dilations = context.integers("dilations");
    this.pads = context.integers("pads");
    this.padding = padding(context, context.flag("ceil_mode"));
  }

  private static Window.Padding padding(NodeContext context, boolean ceiling)
      throws ModelFormatException {
    String autoPad = context.text("auto_pad", "NOTSET");
    return switch (autoPad) {
      case "NOTSET", "" -> ceiling ? Window.Padding.EXPLICIT_CEILING : Window.Padding.EXPLICIT;
      case "VALID" -> Window.Padding.VALID;
      case "SAME_UPPER" -> Window.Padding.SAME_UPPER;
      case "SAME_LOWER" -> Window.Padding.SAME_LOWER;
      default -> throw context.failure("attribute auto_pad is '" + autoPad + "'");
    };
  }

  /** The extent of the window along each spatial axis, or null if the node does not say. */
  public int[] kernel() {
    return kernel;
  }

  /**
   * One window per spatial axis of {@code input}, whose first two axes are batch and channels.
   *
   * @param kernel the extent of the window along each spatial axis
   */
  public Window[] windows(Shape input, int[] kernel) {
    int axes = input.rank() - 2;
    if (axes < 1 || kernel.length != axes) {
      throw new TensorException(
          "an input of shape " + input + " does not have " + kernel.length + " spatial axes");
    }
    requireLength(strides, axes, "strides");
    requireLength(dilations, axes, "dilations");
    requireLength(pads, 2 * axes, "pads");
    Window[] windows = new Window[axes];
    for (int axis = 0; axis < axes; axis++) {
      windows[axis] =
          Window.of(
              input.dimension(axis + 2),
              kernel[axis],
              strides == null ? 1 : strides[axis],
              dilations == null ? 1 : dilations[axis],
              padding,
              pads == null ? 0 : pads[axis],
              pads == null ? 0 : pads[axis + axes]);
    }
    return windows;
  }

  private static void requireLength(int[] attribute, int length, String name) {
    if (attribute != null && attribute.length != length) {
      throw new TensorException(
          "attribute " + name + " has " + attribute.length + " numbers instead of " + length);
    }
  }

  /** The shape of the result: batch, channels and the number of positions along each axis. */
  public static Shape resultShape(int batches, int channels, Window[] windows) {
    int[] dimensions = new int[windows.length + 2];
    dimensions[0] = batches;
    dimensions[1] = channels;
    for (int axis = 0; axis < windows.length; axis++) {
      dimensions[axis + 2] = windows[axis].output();
    }
    return Shape.of(dimensions);
  }
}
