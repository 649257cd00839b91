package edgex.crypto.mldsa;

import static edgex.crypto.primitive.MlDsaPrimitive.COEFFICIENTS;

import edgex.crypto.keccak.FourShakes;
import edgex.crypto.primitive.MlDsaPrimitive;

/** Secret polynomials from secret seeds: the vectors of a key and the masks of a signature. */
final class SecretExpansion {
  private static final int SEED_BYTES = 64;
  private static final int SMALL_BLOCKS = 2;

  /** Bytes of the longest packed mask polynomial, 640, in blocks of 136. */
  private static final int MASK_BLOCKS = 5;

  private final MlDsaParameters parameters;
  private final FourShakes shakes = new FourShakes(256, MASK_BLOCKS);
  private final int[] filled = new int[FourShakes.LANES];

  SecretExpansion(MlDsaParameters parameters) {
    this.parameters = parameters;
  }

  /** ExpandS (algorithm 33): all polynomials of both secret vectors. */
  void small(byte[] seed, int seedOffset, int[] target) {
    int count = parameters.columns() + parameters.rows();
    for (int first = 0; first < count; first += FourShakes.LANES) {
      start(seed, seedOffset, first, Math.min(FourShakes.LANES, count - first));
      shakes.squeeze(SMALL_BLOCKS);
      for (int i = 0; i < shakes.used(); i++) {
        filled[i] = 0;
      }
      boolean complete = sample(SMALL_BLOCKS, target, first);
      while (!complete) {
        shakes.squeeze(1);
        complete = sample(1, target, first);
      }
    }
    shakes.wipe();
  }

  private boolean sample(int blocks, int[] target, int first) {
    boolean complete = true;
    for (int i = 0; i < shakes.used(); i++) {
      filled[i] =
          MlDsaPrimitive.sampleSmall(
              shakes.output(),
              shakes.outputOffset(i),
              blocks * shakes.rateBytes(),
              parameters.eta(),
              target,
              (first + i) * COEFFICIENTS,
              filled[i]);
      complete &= filled[i] == COEFFICIENTS;
    }
    return complete;
  }

  /** ExpandMask (algorithm 34): the masks of the attempt that begins with {@code counter}. */
  void mask(byte[] seed, int seedOffset, int counter, int[] target) {
    for (int first = 0; first < parameters.columns(); first += FourShakes.LANES) {
      int count = Math.min(FourShakes.LANES, parameters.columns() - first);
      start(seed, seedOffset, counter + first, count);
      shakes.squeeze(MASK_BLOCKS);
      for (int i = 0; i < count; i++) {
        MlDsaPrimitive.unpackDifference(
            shakes.output(),
            shakes.outputOffset(i),
            parameters.responseBits(),
            parameters.maskBound(),
            target,
            (first + i) * COEFFICIENTS);
      }
    }
  }

  void wipe() {
    shakes.wipe();
  }

  private void start(byte[] seed, int seedOffset, int counter, int count) {
    shakes.reset();
    for (int n = counter; n < counter + count; n++) {
      shakes.add(seed, seedOffset, SEED_BYTES, n, n >> 8);
    }
  }
}
