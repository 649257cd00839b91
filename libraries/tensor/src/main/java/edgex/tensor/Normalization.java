package edgex.tensor;

/**
 * Mean and variance of runs of elements, and the scaling by them: what batch, layer, instance and
 * group normalization have in common. Sums are kept in double precision.
 */
public final class Normalization {
  private Normalization() {}

  /**
   * Statistics of a run.
   *
   * @param mean the mean; 0 if there are no elements
   * @param variance the mean of the squared distances from it
   */
  public record Moments(double mean, double variance) {
    /** What brings the run to a variance of 1: 1 / sqrt(variance + epsilon). */
    public double inverseDeviation(double epsilon) {
      return 1 / Math.sqrt(variance + epsilon);
    }
  }

  /** The statistics of {@code count} elements from element {@code from} on. */
  public static Moments moments(Tensor input, int from, int count) {
    double sum = 0;
    for (int index = from; index < from + count; index++) {
      sum += input.getDouble(index);
    }
    double mean = count == 0 ? 0 : sum / count;
    double squares = 0;
    for (int index = from; index < from + count; index++) {
      double distance = input.getDouble(index) - mean;
      squares += distance * distance;
    }
    return new Moments(mean, count == 0 ? 0 : squares / count);
  }

  /** The mean of the squares of {@code count} elements from element {@code from} on. */
  public static double meanSquare(Tensor input, int from, int count) {
    double squares = 0;
    for (int index = from; index < from + count; index++) {
      double value = input.getDouble(index);
      squares += value * value;
    }
    return count == 0 ? 0 : squares / count;
  }

  /**
   * Sets {@code count} elements of {@code result} to {@code (x - mean) * factor + shift}.
   *
   * @param from first element, in the input and in the result alike
   */
  public static void scale(
      Tensor input, int from, int count, double mean, double factor, double shift, Tensor result) {
    if (input instanceof FloatTensor floats && result instanceof FloatTensor scaled) {
      float[] x = floats.values();
      float[] y = scaled.values();
      int source = floats.offset() + from;
      int target = scaled.offset() + from;
      for (int step = 0; step < count; step++) {
        y[target + step] = (x[source + step] - (float) mean) * (float) factor + (float) shift;
      }
      return;
    }
    for (int index = from; index < from + count; index++) {
      result.setDouble(index, (input.getDouble(index) - mean) * factor + shift);
    }
  }
}
