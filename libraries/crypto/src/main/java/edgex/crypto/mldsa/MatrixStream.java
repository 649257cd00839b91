package edgex.crypto.mldsa;

import static edgex.crypto.primitive.MlDsaPrimitive.COEFFICIENTS;

import edgex.crypto.keccak.FourShakes;
import edgex.crypto.primitive.MlDsaPrimitive;

/**
 * The entries of the public matrix A, row by row (ExpandA, algorithm 32), made four at a time. Only
 * four are in memory at any time: the whole matrix of the largest set has 56 KiB.
 */
final class MatrixStream {
  /** 840 bytes hold 256 uniform coefficients with a probability of over 99.9 %. */
  private static final int FIRST_BLOCKS = 5;

  private final int columns;
  private final int entries;
  private final FourShakes shakes = new FourShakes(128, FIRST_BLOCKS);
  private final int[] polynomials = new int[FourShakes.LANES * COEFFICIENTS];
  private final int[] filled = new int[FourShakes.LANES];
  private byte[] seed;
  private int seedOffset;
  private int next;
  private int available;

  MatrixStream(MlDsaParameters parameters) {
    columns = parameters.columns();
    entries = parameters.rows() * columns;
  }

  /** Begins with the first entry of the matrix of a seed, which must stay where it is. */
  void start(byte[] matrixSeed, int offset) {
    seed = matrixSeed;
    seedOffset = offset;
    next = 0;
    available = 0;
  }

  /** Makes the next entry current and returns where it begins in {@link #polynomials}. */
  int advance() {
    if (next == available) {
      refill();
    }
    int at = next % FourShakes.LANES * COEFFICIENTS;
    next++;
    return at;
  }

  /** The memory with the current entry; valid until the next {@link #advance}. */
  int[] polynomials() {
    return polynomials;
  }

  private void refill() {
    available = Math.min(next + FourShakes.LANES, entries);
    shakes.reset();
    for (int n = next; n < available; n++) {
      shakes.add(seed, seedOffset, 32, n % columns, n / columns);
    }
    shakes.squeeze(FIRST_BLOCKS);
    for (int i = 0; i < shakes.used(); i++) {
      filled[i] = 0;
    }
    boolean complete = sample(FIRST_BLOCKS);
    while (!complete) {
      shakes.squeeze(1);
      complete = sample(1);
    }
  }

  private boolean sample(int blocks) {
    boolean complete = true;
    for (int i = 0; i < shakes.used(); i++) {
      filled[i] =
          MlDsaPrimitive.sampleUniform(
              shakes.output(),
              shakes.outputOffset(i),
              blocks * shakes.rateBytes(),
              polynomials,
              i * COEFFICIENTS,
              filled[i]);
      complete &= filled[i] == COEFFICIENTS;
    }
    return complete;
  }
}
