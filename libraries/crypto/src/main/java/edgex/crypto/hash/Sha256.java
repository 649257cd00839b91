package edgex.crypto.hash;

import edgex.crypto.ByteOrder;
import edgex.crypto.primitive.Sha2Primitive;
import java.util.Arrays;

/** The members of SHA-2 with words of 32 bits. */
final class Sha256 extends Sha2 {
  private static final int WORDS = 8;
  private static final int SCHEDULE_WORDS = 64;

  private final int[] start = new int[WORDS];
  private final int[] state = new int[WORDS + SCHEDULE_WORDS];

  /** The start value is in those 32 bits of each word that begin at {@code shift}. */
  Sha256(String name, int digestBytes, long[] startWords, int shift) {
    super(name, 64, digestBytes);
    for (int i = 0; i < WORDS; i++) {
      start[i] = (int) (startWords[i] >>> shift);
    }
    reset();
  }

  @Override
  void restart() {
    System.arraycopy(start, 0, state, 0, WORDS);
    Arrays.fill(state, WORDS, state.length, 0);
  }

  @Override
  void compress(byte[] input, int offset, int blocks) {
    Sha2Primitive.compress256(state, input, offset, blocks);
  }

  @Override
  void writeState(byte[] output) {
    for (int i = 0; i < WORDS; i++) {
      ByteOrder.putBigEndian32(output, 4 * i, state[i]);
    }
  }

  @Override
  void copyState(Sha2 other) {
    System.arraycopy(((Sha256) other).state, 0, state, 0, WORDS);
  }
}
