package edgex.tests.kernel;

/**
 * Random numbers that are the same for the same seed on every machine (SplitMix64; Steele, Lea,
 * Flood 2014).
 */
final class RandomNumbers {
  private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

  private long state;

  RandomNumbers(long seed) {
    state = seed;
  }

  /** Any 64 bits. */
  long next() {
    state += STEP;
    long mixed = state;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** A number from 0 to a bound, exclusive. */
  int below(int bound) {
    return (int) ((next() >>> 1) % bound);
  }
}
