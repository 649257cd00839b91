package edgex.tensor;

/**
 * Resampling of one axis by a table of weights: each element of the result is a weighted sum of
 * some elements of the input. Interpolation in several dimensions is one such step after another.
 */
public final class Resampling {
  private final int[] starts;
  private final double[][] weights;

  /**
   * A table for {@code extent} elements of the result.
   *
   * @param extent elements of the result along the axis
   */
  public Resampling(int extent) {
    this.starts = new int[extent];
    this.weights = new double[extent][];
  }

  /**
   * Sets the weights of one element of the result.
   *
   * @param start index of the first input element that counts
   */
  public void set(int index, int start, double... weights) {
    this.starts[index] = start;
    this.weights[index] = weights;
  }

  /**
   * Applies the table along an axis.
   *
   * @param result of the input's shape but for {@code axis}
   */
  public void run(Tensor input, int axis, Tensor result) {
    Shape shape = input.shape();
    int inner = shape.product(axis + 1, shape.rank());
    int extent = shape.dimension(axis);
    int index = 0;
    for (int outer = 0; outer < shape.product(0, axis); outer++) {
      for (int place = 0; place < starts.length; place++) {
        int from = (outer * extent + starts[place]) * inner;
        double[] own = weights[place];
        for (int element = 0; element < inner; element++) {
          double sum = 0;
          for (int term = 0; term < own.length; term++) {
            sum += own[term] * input.getDouble(from + term * inner + element);
          }
          result.setDouble(index++, sum);
        }
      }
    }
  }
}
