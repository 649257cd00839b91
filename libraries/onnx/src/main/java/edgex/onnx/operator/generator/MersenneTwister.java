package edgex.onnx.operator.generator;

/**
 * The generator MT19937 with 53-bit numbers, as ONNX's reference implementation draws them.
 *
 * <p>M. Matsumoto, T. Nishimura: Mersenne Twister, ACM TOMACS 8 (1998).
 */
final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int MIDDLE = 397;
  private static final int MATRIX = 0x9908B0DF;
  private static final int UPPER_MASK = 0x80000000;
  private static final int MULTIPLIER = 1812433253;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  MersenneTwister(int seed) {
    state[0] = seed;
    for (int index = 1; index < SIZE; index++) {
      int last = state[index - 1];
      state[index] = MULTIPLIER * (last ^ (last >>> 30)) + index;
    }
  }

  /** The next number from 0 to below 1. */
  double nextDouble() {
    int high = nextInt() >>> 5;
    int low = nextInt() >>> 6;
    return (high * 0x1p26 + low) * 0x1p-53;
  }

  private int nextInt() {
    if (next == SIZE) {
      twist();
    }
    int bits = state[next++];
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9D2C5680;
    bits ^= (bits << 15) & 0xEFC60000;
    return bits ^ (bits >>> 18);
  }

  private void twist() {
    for (int index = 0; index < SIZE; index++) {
      int joined = (state[index] & UPPER_MASK) | (state[(index + 1) % SIZE] & ~UPPER_MASK);
      int twisted = state[(index + MIDDLE) % SIZE] ^ (joined >>> 1);
      state[index] = (joined & 1) == 0 ? twisted : twisted ^ MATRIX;
    }
    next = 0;
  }
}
