package edgex.crypto.mlkem;

import edgex.crypto.keccak.FourShakes;
import edgex.crypto.primitive.MlKemPrimitive;

/** Pseudorandom polynomials from seeds, four at a time. */
final class MatrixExpansion {
  /** 504 bytes hold 256 uniform coefficients with a probability of 99 %. */
  private static final int FIRST_BLOCKS = 3;

  private static final int ERROR_ETA = 2;

  private final FourShakes uniform = new FourShakes(128, FIRST_BLOCKS);
  private final FourShakes noise = new FourShakes(256, 2);
  private final int[] filled = new int[FourShakes.LANES];

  /**
   * Writes the matrix A, row by row, or its transpose; its entry (i, j) comes from SHAKE128(seed,
   * j, i). The seed is public.
   */
  void matrix(byte[] seed, int seedOffset, int rank, Order order, short[] target, int at) {
    int entries = rank * rank;
    for (int first = 0; first < entries; first += FourShakes.LANES) {
      int count = Math.min(FourShakes.LANES, entries - first);
      uniform.reset();
      for (int n = first; n < first + count; n++) {
        int i = n / rank;
        int j = n % rank;
        if (order == Order.ROWS) {
          uniform.add(seed, seedOffset, 32, j, i);
        } else {
          uniform.add(seed, seedOffset, 32, i, j);
        }
      }
      fill(count, target, at + first * MlKemPrimitive.COEFFICIENTS);
    }
  }

  private void fill(int count, short[] target, int at) {
    uniform.squeeze(FIRST_BLOCKS);
    boolean complete = sample(count, FIRST_BLOCKS, target, at, true);
    while (!complete) {
      uniform.squeeze(1);
      complete = sample(count, 1, target, at, false);
    }
  }

  private boolean sample(int count, int blocks, short[] target, int at, boolean fresh) {
    boolean complete = true;
    for (int i = 0; i < count; i++) {
      filled[i] =
          MlKemPrimitive.sampleUniform(
              uniform.output(),
              uniform.outputOffset(i),
              blocks * uniform.rateBytes(),
              target,
              at + i * MlKemPrimitive.COEFFICIENTS,
              fresh ? 0 : filled[i]);
      complete &= filled[i] == MlKemPrimitive.COEFFICIENTS;
    }
    return complete;
  }

  /**
   * Writes {@code count} small polynomials from SHAKE256(seed, 0), SHAKE256(seed, 1), ...: the
   * first {@code secrets} of them with the wide distribution {@code secretEta}, the others with eta
   * 2.
   */
  void noise(byte[] seed, int seedOffset, int count, int secrets, int secretEta, short[] target) {
    for (int first = 0; first < count; first += FourShakes.LANES) {
      int end = Math.min(first + FourShakes.LANES, count);
      noise.reset();
      for (int n = first; n < end; n++) {
        noise.add(seed, seedOffset, 32, n);
      }
      noise.squeeze(secretEta > ERROR_ETA && first < secrets ? 2 : 1);
      for (int n = first; n < end; n++) {
        MlKemPrimitive.sampleBinomial(
            noise.output(),
            noise.outputOffset(n - first),
            n < secrets ? secretEta : ERROR_ETA,
            target,
            n * MlKemPrimitive.COEFFICIENTS);
      }
    }
    noise.wipe();
  }

  /** Which way round the matrix is written. */
  enum Order {
    ROWS,
    COLUMNS
  }
}
