package edgex.crypto.hash;

import edgex.crypto.ByteOrder;
import edgex.crypto.primitive.Sha2Primitive;
import java.util.Arrays;

/** The members of SHA-2 with words of 64 bits. */
final class Sha512 extends Sha2 {
  private static final int WORDS = 8;
  private static final int SCHEDULE_WORDS = 80;

  private final long[] start;
  private final long[] state = new long[WORDS + SCHEDULE_WORDS];

  Sha512(String name, int digestBytes, long[] start) {
    super(name, 128, digestBytes);
    this.start = Arrays.copyOf(start, WORDS);
    reset();
  }

  @Override
  void restart() {
    System.arraycopy(start, 0, state, 0, WORDS);
    Arrays.fill(state, WORDS, state.length, 0);
  }

  @Override
  void compress(byte[] input, int offset, int blocks) {
    Sha2Primitive.compress512(state, input, offset, blocks);
  }

  @Override
  void writeState(byte[] output) {
    for (int i = 0; i < WORDS; i++) {
      ByteOrder.putBigEndian64(output, 8 * i, state[i]);
    }
  }

  @Override
  void copyState(Sha2 other) {
    System.arraycopy(((Sha512) other).state, 0, state, 0, WORDS);
  }
}
