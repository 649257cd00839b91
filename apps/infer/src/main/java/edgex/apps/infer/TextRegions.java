package edgex.apps.infer;

import java.util.ArrayList;
import java.util.List;

/**
 * The regions of a map that tells of each place how probable text is there: places above a
 * threshold that touch each other. A model is trained to see the middle of a line only, so that
 * lines stay apart; a region's box grows to the line (M. Liao and others, "Real-time Scene Text
 * Detection with Differentiable Binarization", section 3.4).
 */
final class TextRegions {
  private static final float THRESHOLD = 0.3f;

  /** A region that is less sure on average is none. */
  private static final double SMALLEST_SCORE = 0.6;

  /** Regions narrower than that are noise. */
  private static final double SMALLEST_BREADTH = 3;

  /** How far a box grows: area / perimeter times this. */
  private static final double GROWTH = 1.5;

  private final float[] map;
  private final int width;
  private final int height;
  private final boolean[] seen;
  private final int[] waiting;

  /** Columns of the leftmost and rightmost place of the current region in each row. */
  private final int[] lefts;

  private final int[] rights;
  private int top;
  private int bottom;
  private double sum;
  private int count;

  TextRegions(float[] map, int width, int height) {
    this.map = map;
    this.width = width;
    this.height = height;
    this.seen = new boolean[map.length];
    this.waiting = new int[map.length];
    this.lefts = new int[height];
    this.rights = new int[height];
  }

  /** The lines of text, in places of the map, from the top down. */
  List<TextBox> find() {
    List<TextBox> boxes = new ArrayList<>();
    for (int place = 0; place < map.length; place++) {
      if (!seen[place] && map[place] > THRESHOLD) {
        flood(place);
        RotatedBox box = RotatedBox.around(outline());
        double score = Math.min(1, sum / count);
        if (score >= SMALLEST_SCORE && Math.min(box.length(), box.breadth()) >= SMALLEST_BREADTH) {
          double area = box.length() * box.breadth();
          double perimeter = 2 * (box.length() + box.breadth());
          boxes.add(new TextBox(score, box.grown(GROWTH * area / perimeter)));
        }
      }
    }
    return boxes;
  }

  /** Visits the region around a place. */
  private void flood(int start) {
    top = height;
    bottom = -1;
    sum = 0;
    count = 0;
    int size = 0;
    waiting[size++] = start;
    seen[start] = true;
    while (size > 0) {
      int place = waiting[--size];
      int column = place % width;
      int row = place / width;
      take(column, row, map[place]);
      for (int down = Math.max(0, row - 1); down <= Math.min(height - 1, row + 1); down++) {
        for (int at = Math.max(0, column - 1); at <= Math.min(width - 1, column + 1); at++) {
          int next = down * width + at;
          if (!seen[next] && map[next] > THRESHOLD) {
            seen[next] = true;
            waiting[size++] = next;
          }
        }
      }
    }
  }

  private void take(int column, int row, float value) {
    if (row < top || row > bottom) {
      // Rows of a region follow each other, so a row outside of the range is new.
      lefts[row] = column;
      rights[row] = column;
    }
    lefts[row] = Math.min(lefts[row], column);
    rights[row] = Math.max(rights[row], column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    sum += value;
    count++;
  }

  private double[] outline() {
    double[][] points = new double[4 * (bottom - top + 1)][];
    for (int row = top; row <= bottom; row++) {
      int first = 4 * (row - top);
      points[first] = new double[] {lefts[row], row};
      points[first + 1] = new double[] {rights[row] + 1, row};
      points[first + 2] = new double[] {lefts[row], row + 1};
      points[first + 3] = new double[] {rights[row] + 1, row + 1};
    }
    return Outline.of(points);
  }
}
