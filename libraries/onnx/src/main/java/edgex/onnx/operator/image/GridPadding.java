package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;

/** What a grid's places mean along an axis, and what lies outside of the input. */
final class GridPadding {
  private final String mode;
  private final boolean alignCorners;

  GridPadding(NodeContext context) throws ModelFormatException {
    this.mode = context.choice("padding_mode", "zeros", "border", "reflection");
    this.alignCorners = context.flag("align_corners");
  }

  /** The place in elements of a coordinate from -1 to 1. */
  double place(double normalized, int extent) {
    return alignCorners ? (normalized + 1) / 2 * (extent - 1) : ((normalized + 1) * extent - 1) / 2;
  }

  /** The place moved into the input where the padding says so. */
  double moved(double place, int extent) {
    if (Double.isNaN(place)) {
      return 0;
    }
    return switch (mode) {
      case "border" -> Math.max(0, Math.min(extent - 1, place));
      case "reflection" -> reflected(place, extent);
      // Far outside is as good as just outside, and no conversion to an integer overflows.
      default -> Math.max(-3, Math.min(extent + 2, place));
    };
  }

  private double reflected(double place, int extent) {
    double lowest = alignCorners ? 0 : -0.5;
    double highest = alignCorners ? extent - 1 : extent - 0.5;
    double length = highest - lowest;
    if (length <= 0 || Double.isInfinite(place)) {
      return 0;
    }
    double distance = Math.abs(place - lowest) % (2 * length);
    return lowest + (distance > length ? 2 * length - distance : distance);
  }

  /** The element at a whole place, or -1 if it is outside and counts as 0. */
  int index(double place, int extent) {
    if (place >= 0 && place < extent) {
      return (int) place;
    }
    if (mode.equals("zeros")) {
      return -1;
    }
    double inside = mode.equals("reflection") ? reflected(place, extent) : place;
    return (int) Math.max(0, Math.min(extent - 1, inside));
  }
}
