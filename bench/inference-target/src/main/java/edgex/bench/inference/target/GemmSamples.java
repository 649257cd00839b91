package edgex.bench.inference.target;

import edgex.bench.clock.ThreadClock;
import edgex.tensor.Gemm;
import edgex.tensor.Matrix;
import java.util.Random;

/** Products of square matrices of random floats. */
final class GemmSamples {
  private static final int SAMPLES = 15;

  /** So many multiplications make a sample long enough for the clock. */
  private static final long MULTIPLICATIONS_PER_SAMPLE = 1L << 30;

  private GemmSamples() {}

  static void run(int size) {
    Random random = new Random(size);
    Matrix left = matrix(random, size);
    Matrix right = matrix(random, size);
    Matrix sum = matrix(random, size);
    Gemm gemm = new Gemm();
    int repeats = (int) Math.max(1, MULTIPLICATIONS_PER_SAMPLE / size / size / size);
    gemm.multiplyAdd(left, right, sum);
    for (int sample = 0; sample < SAMPLES; sample++) {
      long started = ThreadClock.nanos();
      for (int repeat = 0; repeat < repeats; repeat++) {
        gemm.multiplyAdd(left, right, sum);
      }
      System.out.println("gemm.nanos " + (ThreadClock.nanos() - started) / repeats);
    }
  }

  private static Matrix matrix(Random random, int size) {
    float[] values = new float[size * size];
    for (int index = 0; index < values.length; index++) {
      values[index] = random.nextFloat() - 0.5f;
    }
    return Matrix.rowMajor(values, 0, size, size);
  }
}
