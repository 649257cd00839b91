package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Outlines and the smallest boxes around them, against a search over angles. */
class RotatedBoxTest {
  private final Random random = new Random(2);

  private double[][] cloud(int count) {
    double[][] points = new double[count][];
    for (int index = 0; index < count; index++) {
      points[index] = new double[] {random.nextInt(60), random.nextGaussian() * 9 + index / 5.0};
    }
    return points;
  }

  /** Area of the smallest box whose direction is one of many. */
  private static double smallest(double[][] points) {
    double best = Double.POSITIVE_INFINITY;
    for (double degrees = 0; degrees < 90; degrees += 0.02) {
      double column = Math.cos(Math.toRadians(degrees));
      double row = Math.sin(Math.toRadians(degrees));
      double[] range = {1e9, -1e9, 1e9, -1e9};
      for (double[] point : points) {
        double along = point[0] * column + point[1] * row;
        double across = point[1] * column - point[0] * row;
        range[0] = Math.min(range[0], along);
        range[1] = Math.max(range[1], along);
        range[2] = Math.min(range[2], across);
        range[3] = Math.max(range[3], across);
      }
      best = Math.min(best, (range[1] - range[0]) * (range[3] - range[2]));
    }
    return best;
  }

  @Test
  void theBoxHoldsAllPointsAndIsTheSmallest() {
    for (int round = 0; round < 20; round++) {
      double[][] points = cloud(3 + round * 5);
      RotatedBox box = RotatedBox.around(Outline.of(points));
      double area = box.length() * box.breadth();
      assertTrue(area <= smallest(points) + 1e-6);
      assertTrue(area >= 0.995 * smallest(points), area + " and " + smallest(points));
      for (double[] point : points) {
        double columns = point[0] - box.centreColumn();
        double rows = point[1] - box.centreRow();
        double along = columns * box.directionColumn() + rows * box.directionRow();
        double across = rows * box.directionColumn() - columns * box.directionRow();
        assertTrue(Math.abs(along) <= box.length() / 2 + 1e-9);
        assertTrue(Math.abs(across) <= box.breadth() / 2 + 1e-9);
      }
    }
  }

  @Test
  void cornersGoClockwiseFromTheUpperLeft() {
    RotatedBox box = new RotatedBox(10, 20, 1, 0, 8, 4);
    assertArrayEquals(new double[] {6, 18, 14, 18, 14, 22, 6, 22}, box.corners(), 1e-9);
    assertArrayEquals(new double[] {5, 17, 15, 17, 15, 23, 5, 23}, box.grown(1).corners(), 1e-9);
    assertEquals(4, box.turned().length());
    double[] outline = Outline.of(new double[][] {{6, 18}, {14, 18}, {14, 22}, {6, 22}, {9, 20}});
    assertEquals(8, outline.length);
    assertArrayEquals(box.corners(), RotatedBox.around(outline).corners(), 1e-9);
  }

  @Test
  void fewPointsHaveABoxToo() {
    assertEquals(0, RotatedBox.around(Outline.of(new double[][] {{3, 4}})).length());
    double[][] line = {{0, 0}, {3, 4}, {0, 0}};
    RotatedBox box = RotatedBox.around(Outline.of(line));
    assertEquals(0, box.length() * box.breadth(), 1e-9);
    assertEquals(5, Math.max(box.length(), box.breadth()), 1e-9);
  }
}
