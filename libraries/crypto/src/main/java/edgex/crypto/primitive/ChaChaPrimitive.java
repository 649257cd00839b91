package edgex.crypto.primitive;

import edgex.crypto.ByteOrder;

/**
 * The permutation and the key stream of ChaCha20 (RFC 8439, section 2.3): additions, rotations and
 * exclusive ors of words, so its time depends on nothing.
 *
 * <pre>
 *   0  constants
 *   4  key
 *   8  key
 *   12 counter | nonce (3)
 * </pre>
 */
public final class ChaChaPrimitive {
  /** Words of a state. */
  public static final int WORDS = 16;

  /** Ints of an array for {@link #addStream}: the state, and behind it a working copy. */
  public static final int STATE_INTS = 2 * WORDS;

  /** Bytes of key stream of one state. */
  public static final int BLOCK_BYTES = 64;

  private static final int COUNTER = 12;
  private static final int DOUBLE_ROUNDS = 10;

  private ChaChaPrimitive() {}

  /**
   * Adds the key stream to whole blocks and counts on. Input and output may be the same range.
   *
   * @param state {@link #STATE_INTS} ints
   */
  public static void addStream(
      int[] state, byte[] input, int offset, byte[] output, int outputOffset, int blocks) {
    for (int block = 0; block < blocks; block++) {
      System.arraycopy(state, 0, state, WORDS, WORDS);
      permute(state, WORDS);
      for (int i = 0; i < WORDS; i++) {
        int at = block * BLOCK_BYTES + 4 * i;
        int stream = state[WORDS + i] + state[i];
        int text = ByteOrder.littleEndian32(input, offset + at);
        ByteOrder.putLittleEndian32(output, outputOffset + at, text ^ stream);
      }
      state[COUNTER]++;
    }
  }

  /** Runs the twenty rounds on the 16 words from {@code at}; they stay in registers meanwhile. */
  @SuppressWarnings("checkstyle:MethodLength") // eight quarter rounds of eight lines each
  public static void permute(int[] words, int at) {
    int x0 = words[at + 0];
    int x1 = words[at + 1];
    int x2 = words[at + 2];
    int x3 = words[at + 3];
    int x4 = words[at + 4];
    int x5 = words[at + 5];
    int x6 = words[at + 6];
    int x7 = words[at + 7];
    int x8 = words[at + 8];
    int x9 = words[at + 9];
    int x10 = words[at + 10];
    int x11 = words[at + 11];
    int x12 = words[at + 12];
    int x13 = words[at + 13];
    int x14 = words[at + 14];
    int x15 = words[at + 15];
    for (int round = 0; round < DOUBLE_ROUNDS; round++) {
      x0 += x4;
      x12 = Integer.rotateLeft(x12 ^ x0, 16);
      x8 += x12;
      x4 = Integer.rotateLeft(x4 ^ x8, 12);
      x0 += x4;
      x12 = Integer.rotateLeft(x12 ^ x0, 8);
      x8 += x12;
      x4 = Integer.rotateLeft(x4 ^ x8, 7);
      x1 += x5;
      x13 = Integer.rotateLeft(x13 ^ x1, 16);
      x9 += x13;
      x5 = Integer.rotateLeft(x5 ^ x9, 12);
      x1 += x5;
      x13 = Integer.rotateLeft(x13 ^ x1, 8);
      x9 += x13;
      x5 = Integer.rotateLeft(x5 ^ x9, 7);
      x2 += x6;
      x14 = Integer.rotateLeft(x14 ^ x2, 16);
      x10 += x14;
      x6 = Integer.rotateLeft(x6 ^ x10, 12);
      x2 += x6;
      x14 = Integer.rotateLeft(x14 ^ x2, 8);
      x10 += x14;
      x6 = Integer.rotateLeft(x6 ^ x10, 7);
      x3 += x7;
      x15 = Integer.rotateLeft(x15 ^ x3, 16);
      x11 += x15;
      x7 = Integer.rotateLeft(x7 ^ x11, 12);
      x3 += x7;
      x15 = Integer.rotateLeft(x15 ^ x3, 8);
      x11 += x15;
      x7 = Integer.rotateLeft(x7 ^ x11, 7);
      x0 += x5;
      x15 = Integer.rotateLeft(x15 ^ x0, 16);
      x10 += x15;
      x5 = Integer.rotateLeft(x5 ^ x10, 12);
      x0 += x5;
      x15 = Integer.rotateLeft(x15 ^ x0, 8);
      x10 += x15;
      x5 = Integer.rotateLeft(x5 ^ x10, 7);
      x1 += x6;
      x12 = Integer.rotateLeft(x12 ^ x1, 16);
      x11 += x12;
      x6 = Integer.rotateLeft(x6 ^ x11, 12);
      x1 += x6;
      x12 = Integer.rotateLeft(x12 ^ x1, 8);
      x11 += x12;
      x6 = Integer.rotateLeft(x6 ^ x11, 7);
      x2 += x7;
      x13 = Integer.rotateLeft(x13 ^ x2, 16);
      x8 += x13;
      x7 = Integer.rotateLeft(x7 ^ x8, 12);
      x2 += x7;
      x13 = Integer.rotateLeft(x13 ^ x2, 8);
      x8 += x13;
      x7 = Integer.rotateLeft(x7 ^ x8, 7);
      x3 += x4;
      x14 = Integer.rotateLeft(x14 ^ x3, 16);
      x9 += x14;
      x4 = Integer.rotateLeft(x4 ^ x9, 12);
      x3 += x4;
      x14 = Integer.rotateLeft(x14 ^ x3, 8);
      x9 += x14;
      x4 = Integer.rotateLeft(x4 ^ x9, 7);
    }
    words[at + 0] = x0;
    words[at + 1] = x1;
    words[at + 2] = x2;
    words[at + 3] = x3;
    words[at + 4] = x4;
    words[at + 5] = x5;
    words[at + 6] = x6;
    words[at + 7] = x7;
    words[at + 8] = x8;
    words[at + 9] = x9;
    words[at + 10] = x10;
    words[at + 11] = x11;
    words[at + 12] = x12;
    words[at + 13] = x13;
    words[at + 14] = x14;
    words[at + 15] = x15;
  }
}
