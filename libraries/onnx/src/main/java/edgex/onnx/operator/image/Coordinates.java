package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;

/** Where along an axis of the input an element of the result lies (Resize's transformations). */
final class Coordinates {
  /** One axis that is resized. */
  record Axis(int input, int output, double scale, double regionStart, double regionEnd) {}

  private final String mode;

  Coordinates(NodeContext context) throws ModelFormatException {
    this.mode =
        context.opset() < 11
            ? "asymmetric"
            : context.choice(
                "coordinate_transformation_mode",
                "half_pixel",
                "half_pixel_symmetric",
                "pytorch_half_pixel",
                "align_corners",
                "asymmetric",
                "tf_half_pixel_for_nn",
                "tf_crop_and_resize");
  }

  /** Whether only a region of the input is resized, and places outside of the input are marked. */
  boolean isCrop() {
    return mode.equals("tf_crop_and_resize");
  }

  /** The place in the input of element {@code index} of the result. */
  double place(Axis axis, int index) {
    double centred = (index + 0.5) / axis.scale() - 0.5;
    double last = axis.input() - 1.0;
    return switch (mode) {
      case "asymmetric" -> index / axis.scale();
      case "tf_half_pixel_for_nn" -> (index + 0.5) / axis.scale();
      case "align_corners" -> {
        // ONNX takes the extent here as it was before it was cut to a whole number.
        double extent = axis.scale() * axis.input();
        yield extent == 1 ? 0 : index * last / (extent - 1);
      }
      case "pytorch_half_pixel" -> axis.output() == 1 ? -0.5 : centred;
      case "tf_crop_and_resize" -> {
        double length = axis.regionEnd() - axis.regionStart();
        yield axis.output() == 1
            ? (axis.regionStart() + axis.regionEnd()) / 2 * last
            : axis.regionStart() * last + index * length * last / (axis.output() - 1);
      }
      case "half_pixel_symmetric" -> {
        // The result's extent was cut to a whole number; what was lost goes to both ends.
        double adjustment = axis.output() / (axis.scale() * axis.input());
        yield axis.input() / 2.0 * (1 - adjustment) + centred;
      }
      default -> centred;
    };
  }
}
