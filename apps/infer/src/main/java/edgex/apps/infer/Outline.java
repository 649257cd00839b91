package edgex.apps.infer;

import java.util.Arrays;

/** The convex outline of points in a plane. */
final class Outline {
  private Outline() {}

  /**
   * The corners of the smallest convex polygon around the points (A. Andrew's monotone chain).
   *
   * @param points columns and rows; at least one point
   * @return columns and rows by turns
   */
  static double[] of(double[][] points) {
    double[][] sorted = points.clone();
    Arrays.sort(
        sorted,
        (left, right) ->
            left[0] != right[0]
                ? Double.compare(left[0], right[0])
                : Double.compare(left[1], right[1]));
    double[][] chain = new double[2 * sorted.length + 1][];
    int size = 0;
    for (double[] point : sorted) {
      size = append(chain, size, 0, point);
    }
    int lower = size;
    for (int index = sorted.length - 2; index >= 0; index--) {
      size = append(chain, size, lower - 1, sorted[index]);
    }
    // The last point is the first again, unless there is one only.
    int corners = Math.max(1, size - 1);
    double[] outline = new double[2 * corners];
    for (int index = 0; index < corners; index++) {
      outline[2 * index] = chain[index][0];
      outline[2 * index + 1] = chain[index][1];
    }
    return outline;
  }

  /** Adds a point; the ones before it that would make a turn inwards go, from {@code first} on. */
  private static int append(double[][] chain, int size, int first, double[] point) {
    int kept = size;
    while (kept - first >= 2 && turn(chain[kept - 2], chain[kept - 1], point) <= 0) {
      kept--;
    }
    chain[kept] = point;
    return kept + 1;
  }

  private static double turn(double[] from, double[] over, double[] to) {
    return (over[0] - from[0]) * (to[1] - from[1]) - (over[1] - from[1]) * (to[0] - from[0]);
  }
}
