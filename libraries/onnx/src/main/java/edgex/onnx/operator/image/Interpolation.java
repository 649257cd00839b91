package edgex.onnx.operator.image;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.Resampling;

/** From which elements along an axis, and with which weights, an element between them is made. */
final class Interpolation {
  private final String mode;
  private final String rounding;
  private final double cubicCoefficient;
  private final boolean excludeOutside;
  private final boolean antialias;

  Interpolation(NodeContext context) throws ModelFormatException {
    this.mode = context.choice("mode", "nearest", "linear", "cubic");
    this.rounding =
        context.opset() < 11
            ? "floor"
            : context.choice(
                "nearest_mode", "round_prefer_floor", "round_prefer_ceil", "floor", "ceil");
    this.cubicCoefficient = context.real("cubic_coeff_a", -0.75f);
    this.excludeOutside = context.flag("exclude_outside");
    this.antialias = context.flag("antialias");
  }

  boolean isNearest() {
    return mode.equals("nearest");
  }

  /** The whole index that stands for a place. */
  int nearest(double place, int extent) {
    double rounded =
        switch (rounding) {
          case "floor" -> Math.floor(place);
          case "ceil" -> Math.ceil(place);
          case "round_prefer_ceil" -> Math.floor(place + 0.5);
          default -> Math.ceil(place - 0.5);
        };
    return (int) Math.max(0, Math.min(extent - 1, rounded));
  }

  /** Sets the weights of element {@code index} of the result, which lies at {@code place}. */
  void weigh(Resampling table, int index, double place, Coordinates.Axis axis) {
    // Against aliasing the kernel is stretched over as many elements as fall together.
    double stretch = antialias ? Math.min(1, axis.scale()) : 1;
    double reach = (mode.equals("linear") ? 1 : 2) / stretch;
    int extent = axis.input();
    int first = (int) Math.floor(Math.max(place - reach, -1e9)) + 1;
    int last = (int) Math.ceil(Math.min(place + reach, 1e9)) - 1;
    int start = Math.max(0, Math.min(extent - 1, first));
    int end = Math.max(start, Math.min(extent - 1, last));
    double[] weights = new double[end - start + 1];
    double sum = 0;
    for (int near = first; near <= last; near++) {
      double weight = kernel((near - place) * stretch);
      boolean outside = near < 0 || near >= extent;
      if (!outside || !excludeOutside) {
        // An element beyond the edge is the one at the edge.
        weights[Math.max(start, Math.min(end, near)) - start] += weight;
        sum += weight;
      }
    }
    boolean normalize = (antialias || excludeOutside) && sum != 0;
    for (int term = 0; term < weights.length && normalize; term++) {
      weights[term] /= sum;
    }
    table.set(index, start, weights);
  }

  private double kernel(double distance) {
    double x = Math.abs(distance);
    if (mode.equals("linear")) {
      return Math.max(0, 1 - x);
    }
    return cubic(x, cubicCoefficient);
  }

  /** Keys' cubic convolution kernel with coefficient {@code a}. */
  static double cubic(double x, double a) {
    if (x <= 1) {
      return ((a + 2) * x - (a + 3)) * x * x + 1;
    }
    return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
  }
}
