package edgex.onnx.operator.image;

import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/**
 * A sample of a plane between its four nearest elements, where a place up to one element outside
 * counts as on the border, and one farther away as 0.
 */
final class BorderSample {
  private double sum;
  private double largestTerm = Double.NEGATIVE_INFINITY;

  BorderSample(Tensor input, int plane, double y, double x) {
    Shape shape = input.shape();
    int rows = shape.dimension(2);
    int columns = shape.dimension(3);
    boolean near = y >= -1 && y <= rows && x >= -1 && x <= columns;
    if (!near) {
      largestTerm = 0;
      return;
    }
    double inY = Math.max(0, Math.min(rows - 1, y));
    double inX = Math.max(0, Math.min(columns - 1, x));
    int top = (int) inY;
    int left = (int) inX;
    double down = inY - top;
    double right = inX - left;
    for (int corner = 0; corner < 4; corner++) {
      int row = Math.min(rows - 1, top + corner / 2);
      int column = Math.min(columns - 1, left + corner % 2);
      double weight = (corner / 2 == 0 ? 1 - down : down) * (corner % 2 == 0 ? 1 - right : right);
      double term = weight * input.getDouble(plane + row * columns + column);
      sum += term;
      largestTerm = Math.max(largestTerm, term);
    }
  }

  /** The interpolated value. */
  double sum() {
    return sum;
  }

  /** The largest of the four terms of the sum, which ONNX takes for the maximum. */
  double largestTerm() {
    return largestTerm;
  }
}
