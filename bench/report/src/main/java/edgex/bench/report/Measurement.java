package edgex.bench.report;

import java.util.Arrays;
import java.util.Objects;

/**
 * One measured quantity.
 *
 * @param value what is quoted: the median of the samples, or the only value there is
 * @param deviation standard deviation of the samples in the same unit; 0 for an exact value
 * @param max the largest sample, or the value itself
 * @param unit full plural word, for example {@code instructions}, {@code nanoseconds} (of the
 *     guest's virtual clock), {@code bytes}
 */
public record Measurement(double value, double deviation, double max, String unit) {
  /**
   * Checks that this can have been measured.
   *
   * @throws IllegalArgumentException if a number is not finite, the deviation is negative, or the
   *     unit is blank
   */
  public Measurement {
    Objects.requireNonNull(unit, "unit");
    if (!Double.isFinite(value) || !Double.isFinite(deviation) || !Double.isFinite(max)) {
      throw new IllegalArgumentException(
          "not a finite measurement: " + value + ", deviation " + deviation + ", max " + max);
    }
    if (deviation < 0) {
      throw new IllegalArgumentException("negative deviation: " + deviation);
    }
    if (unit.isBlank()) {
      throw new IllegalArgumentException("a measurement without a unit means nothing");
    }
  }

  /** A quantity that does not vary, such as a section's size. */
  public static Measurement exact(double value, String unit) {
    return new Measurement(value, 0, value, unit);
  }

  /**
   * Median, standard deviation and maximum of repeated measurements of one thing.
   *
   * @param samples at least one value, in any order; left as they are
   * @throws IllegalArgumentException if there are no samples
   */
  public static Measurement ofSamples(double[] samples, String unit) {
    if (samples.length == 0) {
      throw new IllegalArgumentException("no samples");
    }
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Measurement(median, standardDeviation(sorted), sorted[sorted.length - 1], unit);
  }

  private static double standardDeviation(double[] samples) {
    double mean = Arrays.stream(samples).sum() / samples.length;
    double squares = Arrays.stream(samples).map(sample -> (sample - mean) * (sample - mean)).sum();
    return Math.sqrt(squares / samples.length);
  }
}
