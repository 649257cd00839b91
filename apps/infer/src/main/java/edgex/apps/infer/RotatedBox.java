package edgex.apps.infer;

/**
 * A rectangle at any angle.
 *
 * <pre>
 *   centre + (along - 1/2) * length * direction + (across - 1/2) * breadth * normal
 * </pre>
 *
 * with {@code along} and {@code across} from 0 to 1 is every point of it; the normal is the
 * direction turned clockwise, as rows grow downwards.
 *
 * @param centreColumn column of the centre
 * @param centreRow row of the centre
 * @param directionColumn column part of the direction, which has length 1 and points to the right
 * @param directionRow row part of the direction
 * @param length extent along the direction
 * @param breadth extent across it
 */
record RotatedBox(
    double centreColumn,
    double centreRow,
    double directionColumn,
    double directionRow,
    double length,
    double breadth) {

  /** The smallest rectangle around the points of a convex outline, columns and rows by turns. */
  static RotatedBox around(double[] outline) {
    RotatedBox best = along(outline, 1, 0);
    for (int index = 0; index < outline.length; index += 2) {
      int next = (index + 2) % outline.length;
      double columns = outline[next] - outline[index];
      double rows = outline[next + 1] - outline[index + 1];
      double length = Math.hypot(columns, rows);
      if (length > 0) {
        // One side of the smallest rectangle lies on a side of the outline.
        RotatedBox box = along(outline, columns / length, rows / length);
        best = box.length * box.breadth < best.length * best.breadth ? box : best;
      }
    }
    return best;
  }

  private static RotatedBox along(double[] outline, double column, double row) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double leastAcross = Double.POSITIVE_INFINITY;
    double mostAcross = Double.NEGATIVE_INFINITY;
    for (int index = 0; index < outline.length; index += 2) {
      double along = outline[index] * column + outline[index + 1] * row;
      double across = outline[index + 1] * column - outline[index] * row;
      least = Math.min(least, along);
      most = Math.max(most, along);
      leastAcross = Math.min(leastAcross, across);
      mostAcross = Math.max(mostAcross, across);
    }
    double middle = (least + most) / 2;
    double middleAcross = (leastAcross + mostAcross) / 2;
    return new RotatedBox(
            middle * column - middleAcross * row,
            middle * row + middleAcross * column,
            column,
            row,
            most - least,
            mostAcross - leastAcross)
        .upright();
  }

  /** The same rectangle with the direction that is nearest to "to the right". */
  private RotatedBox upright() {
    RotatedBox box = this;
    if (Math.abs(box.directionRow) > Math.abs(box.directionColumn)) {
      box = box.turned();
    }
    return box.directionColumn >= 0 ? box : box.turned().turned();
  }

  /** The same rectangle with the direction a quarter of a turn further, clockwise. */
  RotatedBox turned() {
    return new RotatedBox(centreColumn, centreRow, -directionRow, directionColumn, breadth, length);
  }

  /** The rectangle with every side moved outwards by {@code distance}. */
  RotatedBox grown(double distance) {
    return new RotatedBox(
        centreColumn,
        centreRow,
        directionColumn,
        directionRow,
        length + 2 * distance,
        breadth + 2 * distance);
  }

  /** The column of a point of the rectangle, given by shares of its extents. */
  double column(double along, double across) {
    return centreColumn
        + (along - 0.5) * length * directionColumn
        - (across - 0.5) * breadth * directionRow;
  }

  /** The row of a point of the rectangle, given by shares of its extents. */
  double row(double along, double across) {
    return centreRow
        + (along - 0.5) * length * directionRow
        + (across - 0.5) * breadth * directionColumn;
  }

  /** Columns and rows of the corners, clockwise from the upper left one. */
  double[] corners() {
    return new double[] {
      column(0, 0),
      row(0, 0),
      column(1, 0),
      row(1, 0),
      column(1, 1),
      row(1, 1),
      column(0, 1),
      row(0, 1)
    };
  }
}
