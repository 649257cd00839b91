package edgex.crypto.blake2;

import edgex.crypto.ByteOrder;
import java.util.Arrays;

/** Blake2b: BLAKE2 with words of 64 bits. */
public final class Blake2b extends Blake2 {
  /** Bytes of the longest digest and key. */
  public static final int MAXIMUM_BYTES = 64;

  private static final int WORDS = 8;
  private static final int ROUNDS = 12;

  private final long[] state = new long[WORDS];
  private final long[] work = new long[2 * WORDS];
  private final long[] message = new long[2 * WORDS];

  /** A hash without a key; digests of 1 to 64 bytes. */
  public Blake2b(int digestBytes) {
    this(digestBytes, new byte[0]);
  }

  /**
   * A message authentication code, or a hash if the key is empty.
   *
   * @throws IllegalArgumentException unless digests have 1 to 64 bytes and the key at most 64
   */
  public Blake2b(int digestBytes, byte[] key) {
    super("BLAKE2b-" + 8 * digestBytes, 128, digestBytes, key);
    reset();
  }

  @Override
  void restart(int digestLength, int keyLength) {
    System.arraycopy(START, 0, state, 0, WORDS);
    state[0] ^= 0x0101_0000 | keyLength << 8 | digestLength;
    Arrays.fill(work, 0);
    Arrays.fill(message, 0);
  }

  @Override
  void compress(byte[] input, int offset, long total, boolean isLast) {
    for (int i = 0; i < message.length; i++) {
      message[i] = ByteOrder.littleEndian64(input, offset + 8 * i);
    }
    System.arraycopy(state, 0, work, 0, WORDS);
    System.arraycopy(START, 0, work, WORDS, WORDS);
    work[12] ^= total;
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
    work[d] = Long.rotateRight(work[d] ^ work[a], 32);
    work[c] += work[d];
    work[b] = Long.rotateRight(work[b] ^ work[c], 24);
    work[a] += work[b] + message[second];
    work[d] = Long.rotateRight(work[d] ^ work[a], 16);
    work[c] += work[d];
    work[b] = Long.rotateRight(work[b] ^ work[c], 63);
  }

  @Override
  void writeState(byte[] output) {
    for (int i = 0; i < WORDS; i++) {
      ByteOrder.putLittleEndian64(output, 8 * i, state[i]);
    }
  }
}
