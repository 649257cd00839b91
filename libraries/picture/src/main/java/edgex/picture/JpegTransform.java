package edgex.picture;

/**
 * The inverse cosine transform of 8 x 8 coefficients to samples, in integers, after C. Loeffler, A.
 * Ligtenberg and G. Moschytz, "Practical Fast 1-D DCT Algorithms with 11 Multiplications" (1989).
 */
final class JpegTransform {
  /** Bits after the binary point of the constants, and of what the first pass leaves. */
  private static final int CONSTANT_BITS = 13;

  private static final int PASS_BITS = 2;

  /** A transform along one axis is scaled by the square root of 8. */
  private static final int SCALE_BITS = 3;

  /** Where the coefficients of a block belong, in the order of the file (figure A.6). */
  static final int[] ZIGZAG = zigzag();

  // check: each is round(number * 2^13).
  private static final int C_0_298631336 = 2446;
  private static final int C_0_390180644 = 3196;
  private static final int C_0_541196100 = 4433;
  private static final int C_0_765366865 = 6270;
  private static final int C_0_899976223 = 7373;
  private static final int C_1_175875602 = 9633;
  private static final int C_1_501321110 = 12299;
  private static final int C_1_847759065 = 15137;
  private static final int C_1_961570560 = 16069;
  private static final int C_2_053119869 = 16819;
  private static final int C_2_562915447 = 20995;
  private static final int C_3_072711026 = 25172;

  private final int[] work = new int[64];

  /** Diagonals of the block, each walked against the direction of the one before. */
  private static int[] zigzag() {
    int[] order = new int[64];
    int index = 0;
    for (int diagonal = 0; diagonal < 15; diagonal++) {
      for (int step = 0; step <= diagonal; step++) {
        int row = diagonal % 2 == 0 ? diagonal - step : step;
        int column = diagonal - row;
        if (row < 8 && column < 8) {
          order[index++] = 8 * row + column;
        }
      }
    }
    return order;
  }

  /**
   * Makes the samples of one block.
   *
   * @param coefficients of the block, row by row, from {@code from} on
   * @param steps what each is multiplied by
   * @param plane where the samples go, from {@code to} on, lines {@code stride} apart
   */
  void run(short[] coefficients, int from, int[] steps, byte[] plane, int to, int stride) {
    for (int index = 0; index < 64; index++) {
      work[index] = coefficients[from + index] * steps[index];
    }
    for (int column = 0; column < 8; column++) {
      line(column, 8, CONSTANT_BITS - PASS_BITS);
    }
    for (int row = 0; row < 8; row++) {
      line(8 * row, 1, CONSTANT_BITS + PASS_BITS + SCALE_BITS);
      for (int column = 0; column < 8; column++) {
        int sample = work[8 * row + column] + 128;
        plane[to + row * stride + column] = (byte) Math.max(0, Math.min(255, sample));
      }
    }
  }

  /** Transforms eight numbers in place and divides them by a power of two, rounded. */
  private void line(int start, int step, int shift) {
    int x2 = work[start + 2 * step];
    int x6 = work[start + 6 * step];
    int rotated = (x2 + x6) * C_0_541196100;
    int inner = rotated - x6 * C_1_847759065;
    int outer = rotated + x2 * C_0_765366865;
    int rounding = 1 << (shift - 1);
    int sum = ((work[start] + work[start + 4 * step]) << CONSTANT_BITS) + rounding;
    int difference = ((work[start] - work[start + 4 * step]) << CONSTANT_BITS) + rounding;
    int x1 = work[start + step];
    int x3 = work[start + 3 * step];
    int x5 = work[start + 5 * step];
    int x7 = work[start + 7 * step];
    int common = (x7 + x3 + x5 + x1) * C_1_175875602;
    int ends = -(x7 + x1) * C_0_899976223;
    int middles = -(x5 + x3) * C_2_562915447;
    int late = common - (x7 + x3) * C_1_961570560;
    int early = common - (x5 + x1) * C_0_390180644;
    store(start, step, shift, 0, sum + outer, x1 * C_1_501321110 + ends + early);
    store(start, step, shift, 1, difference + inner, x3 * C_3_072711026 + middles + late);
    store(start, step, shift, 2, difference - inner, x5 * C_2_053119869 + middles + early);
    store(start, step, shift, 3, sum - outer, x7 * C_0_298631336 + ends + late);
  }

  private void store(int start, int step, int shift, int place, int even, int odd) {
    work[start + place * step] = (even + odd) >> shift;
    work[start + (7 - place) * step] = (even - odd) >> shift;
  }
}
