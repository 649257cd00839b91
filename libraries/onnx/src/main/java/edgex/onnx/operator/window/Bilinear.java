package edgex.onnx.operator.window;

import edgex.tensor.Tensor;

/** Interpolation between the four nearest elements of a plane; outside of it all are 0. */
final class Bilinear {
  private Bilinear() {}

  /** The value at row {@code y} and column {@code x} of the plane at element {@code from}. */
  static double sample(Tensor input, int from, int rows, int columns, double y, double x) {
    boolean near = y > -1 && y < rows && x > -1 && x < columns;
    if (!near) {
      return 0;
    }
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double down = y - top;
    double right = x - left;
    double sum = 0;
    for (int corner = 0; corner < 4; corner++) {
      int row = top + corner / 2;
      int column = left + corner % 2;
      if (row >= 0 && row < rows && column >= 0 && column < columns) {
        double weight = (corner / 2 == 0 ? 1 - down : down) * (corner % 2 == 0 ? 1 - right : right);
        sum += weight * input.getDouble(from + row * columns + column);
      }
    }
    return sum;
  }
}
