package edgex.apps.infer;

import java.util.ArrayList;
import java.util.List;

/**
 * Something found in a picture: how certain it is, and its box in pixels.
 *
 * @param score 0 to 1
 * @param left column of the left edge
 * @param top row of the upper edge
 * @param right column of the right edge
 * @param bottom row of the lower edge
 */
record Detection(double score, double left, double top, double right, double bottom) {

  double[] edges() {
    return new double[] {left, top, right, bottom};
  }

  /** Columns and rows of the corners, clockwise. */
  double[] corners() {
    return new double[] {left, top, right, top, right, bottom, left, bottom};
  }

  private double area() {
    return Math.max(0, right - left) * Math.max(0, bottom - top);
  }

  /** Area that both boxes cover as a share of what either covers, 0 to 1. */
  double overlap(Detection other) {
    double width = Math.min(right, other.right) - Math.max(left, other.left);
    double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    double shared = Math.max(0, width) * Math.max(0, height);
    double covered = area() + other.area() - shared;
    return covered > 0 ? shared / covered : 0;
  }

  /**
   * Of boxes that overlap by more than {@code mostOverlap}, which are of the same thing, the most
   * certain ones, in that order (non-maximum suppression).
   */
  static List<Detection> best(List<Detection> candidates, double mostOverlap) {
    List<Detection> sorted = new ArrayList<>(candidates);
    sorted.sort((first, second) -> Double.compare(second.score, first.score));
    List<Detection> kept = new ArrayList<>();
    for (Detection candidate : sorted) {
      boolean isNew = true;
      for (Detection better : kept) {
        isNew &= candidate.overlap(better) <= mostOverlap;
      }
      if (isNew) {
        kept.add(candidate);
      }
    }
    return kept;
  }
}
