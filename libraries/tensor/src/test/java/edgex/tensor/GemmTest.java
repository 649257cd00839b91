package edgex.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The blocked product against the definition, in double precision. */
class GemmTest {
  private final Random random = new Random(1);
  private final Gemm gemm = new Gemm();

  private float[] randomFloats(int count) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = random.nextFloat() * 2 - 1;
    }
    return values;
  }

  private void check(int rows, int depth, int columns, boolean transpose) {
    float[] a = randomFloats(rows * depth + 3);
    float[] b = randomFloats(depth * columns + 5);
    float[] c = randomFloats(rows * columns + 7);
    float[] before = c.clone();
    Matrix left =
        transpose
            ? Matrix.rowMajor(a, 3, depth, rows).transposed()
            : Matrix.rowMajor(a, 3, rows, depth);
    gemm.multiplyAdd(
        left, Matrix.rowMajor(b, 5, depth, columns), Matrix.rowMajor(c, 7, rows, columns));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = before[7 + row * columns + column];
        for (int term = 0; term < depth; term++) {
          int from = transpose ? term * rows + row : row * depth + term;
          sum += (double) a[3 + from] * b[5 + term * columns + column];
        }
        assertEquals(sum, c[7 + row * columns + column], 1e-5 * (depth + 1));
      }
    }
    for (int index = 0; index < 7; index++) {
      assertEquals(before[index], c[index], "what lies before the result must not change");
    }
  }

  @Test
  void randomSizesAreRight() {
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(20);
      int depth = random.nextInt(40);
      check(rows, depth, 1 + random.nextInt(20), round % 2 == 0);
    }
  }

  @Test
  void sizesBeyondOneBlockAreRight() {
    check(5, 513, 3, false);
    check(3, 7, 515, true);
    check(9, 300, 259, false);
  }

  @Test
  void anElementDoesNotDependOnTheSizesAroundIt() {
    float[] a = randomFloats(8 * 600);
    float[] b = randomFloats(600 * 300);
    float[] whole = new float[8 * 300];
    gemm.multiplyAdd(
        Matrix.rowMajor(a, 0, 8, 600),
        Matrix.rowMajor(b, 0, 600, 300),
        Matrix.rowMajor(whole, 0, 8, 300));
    float[] part = new float[2 * 10];
    gemm.multiplyAdd(
        Matrix.rowMajor(a, 3 * 600, 2, 600),
        new Matrix(b, 271, 600, 10, 300, 1),
        Matrix.rowMajor(part, 0, 2, 10));
    float[] same = new float[2 * 10];
    System.arraycopy(whole, 3 * 300 + 271, same, 0, 10);
    System.arraycopy(whole, 4 * 300 + 271, same, 10, 10);
    assertArrayEquals(same, part);
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    float[] values = new float[16];
    Matrix two = Matrix.rowMajor(values, 0, 2, 2);
    Matrix three = Matrix.rowMajor(values, 0, 3, 3);
    assertThrows(TensorException.class, () -> gemm.multiplyAdd(two, three, two));
    assertThrows(TensorException.class, () -> gemm.multiplyAdd(two, two, three));
  }
}
