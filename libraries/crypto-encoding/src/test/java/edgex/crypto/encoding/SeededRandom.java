package edgex.crypto.encoding;

import edgex.crypto.RandomSource;
import java.util.Random;

/** The same bytes in each run. */
final class SeededRandom implements RandomSource {
  private final Random random;

  SeededRandom(long seed) {
    random = new Random(seed);
  }

  @Override
  public void fill(byte[] output, int offset, int length) {
    System.arraycopy(bytes(length), 0, output, offset, length);
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A copy with one to three changes: a bit flipped, a byte replaced, inserted or removed. */
  byte[] mutate(byte[] original) {
    byte[] bytes = original.clone();
    for (int changes = 1 + below(3); changes > 0 && bytes.length > 0; changes--) {
      int at = below(bytes.length);
      switch (below(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << below(8));
        case 1 -> bytes[at] = (byte) below(256);
        case 2 -> bytes = splice(bytes, at, at + 1, new byte[0]);
        case 3 -> bytes = splice(bytes, at, at, bytes(1));
        default -> bytes = splice(bytes, at, bytes.length, bytes(below(8)));
      }
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
    byte[] result = new byte[bytes.length - (to - from) + middle.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
