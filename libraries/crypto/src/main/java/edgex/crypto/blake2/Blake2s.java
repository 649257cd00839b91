package edgex.crypto.blake2;

import edgex.crypto.ByteOrder;
import java.util.Arrays;

/** Blake2s: BLAKE2 with words of 32 bits. */
public final class Blake2s extends Blake2 {
  /** Bytes of the longest digest and key. */
  public static final int MAXIMUM_BYTES = 32;

  private static final int WORDS = 8;
  private static final int ROUNDS = 10;

  /** Fractional parts of the square roots of the first 8 primes. */
  private final int[] state = new int[WORDS];

  private final int[] work = new int[2 * WORDS];
  private final int[] message = new int[2 * WORDS];

  /** A hash without a key; digests of 1 to 32 bytes. */
  public Blake2s(int digestBytes) {
    this(digestBytes, new byte[0]);
  }

  /**
   * A message authentication code, or a hash if the key is empty.
   *
   * @throws IllegalArgumentException unless digests have 1 to 32 bytes and the key at most 32
   */
  public Blake2s(int digestBytes, byte[] key) {
    super("BLAKE2s-" + 8 * digestBytes, 64, digestBytes, key);
    reset();
  }

  @Override
  void restart(int digestLength, int keyLength) {
    writeStart(state, 0);
    state[0] ^= 0x0101_0000 | keyLength << 8 | digestLength;
    Arrays.fill(work, 0);
    Arrays.fill(message, 0);
  }

  private static void writeStart(int[] target, int at) {
    for (int i = 0; i < WORDS; i++) {
      target[at + i] = (int) (START[i] >>> 32);
    }
  }

  @Override
  void compress(byte[] input, int offset, long total, boolean isLast) {
    for (int i = 0; i < message.length; i++) {
      message[i] = ByteOrder.littleEndian32(input, offset + 4 * i);
    }
    System.arraycopy(state, 0, work, 0, WORDS);
    writeStart(work, WORDS);
    work[12] ^= (int) total;
    work[13] ^= (int) (total >>> 32);
    if (isLast) {
      work[14] = ~work[14];
    }
    mixRounds(ROUNDS);
    for (int i = 0; i < WORDS; i++) {
      state[i] ^= work[i] ^ work[WORDS + i];
    }
  }

  @Override
  void mix(int a, int b, int c, int d, int first, int second) {
    work[a] += work[b] + message[first];
    work[d] = Integer.rotateRight(work[d] ^ work[a], 16);
    work[c] += work[d];
    work[b] = Integer.rotateRight(work[b] ^ work[c], 12);
    work[a] += work[b] + message[second];
    work[d] = Integer.rotateRight(work[d] ^ work[a], 8);
    work[c] += work[d];
    work[b] = Integer.rotateRight(work[b] ^ work[c], 7);
  }

  @Override
  void writeState(byte[] output) {
    for (int i = 0; i < WORDS; i++) {
      ByteOrder.putLittleEndian32(output, 4 * i, state[i]);
    }
  }
}
