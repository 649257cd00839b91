package edgex.crypto.chacha;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.primitive.ChaChaPrimitive;

/** The stream cipher ChaCha20 (RFC 8439, section 2.4), and HChaCha20 that goes with it. */
public final class ChaCha20 {
  /** Bytes of a key. */
  public static final int KEY_BYTES = 32;

  /** Bytes of a nonce. */
  public static final int NONCE_BYTES = 12;

  static final int BLOCK_BYTES = ChaChaPrimitive.BLOCK_BYTES;

  /** "expand 32-byte k". */
  private static final int[] CONSTANTS = {0x61707865, 0x3320646E, 0x79622D32, 0x6B206574};

  private final int[] state = new int[ChaChaPrimitive.STATE_INTS];
  private final byte[] lastBlock = new byte[BLOCK_BYTES];

  /** Makes a cipher without a key. */
  public ChaCha20() {}

  /** Sets key, nonce and the number of the first block. */
  public void start(byte[] key, int keyOffset, byte[] nonce, int nonceOffset, int counter) {
    placeKey(key, keyOffset);
    state[12] = counter;
    for (int i = 0; i < 3; i++) {
      state[13 + i] = ByteOrder.littleEndian32(nonce, nonceOffset + 4 * i);
    }
  }

  private void placeKey(byte[] key, int offset) {
    System.arraycopy(CONSTANTS, 0, state, 0, 4);
    for (int i = 0; i < 8; i++) {
      state[4 + i] = ByteOrder.littleEndian32(key, offset + 4 * i);
    }
  }

  /**
   * Adds the key stream to a text. Input and output may be the same range. The next call continues
   * with the next block.
   */
  public void transform(byte[] input, int offset, int length, byte[] output, int outputOffset) {
    int blocks = length / BLOCK_BYTES;
    ChaChaPrimitive.addStream(state, input, offset, output, outputOffset, blocks);
    int rest = length - blocks * BLOCK_BYTES;
    if (rest > 0) {
      int done = length - rest;
      System.arraycopy(input, offset + done, lastBlock, 0, rest);
      ChaChaPrimitive.addStream(state, lastBlock, 0, lastBlock, 0, 1);
      System.arraycopy(lastBlock, 0, output, outputOffset + done, rest);
      ConstantTime.wipe(lastBlock);
    }
  }

  /**
   * HChaCha20 (draft-irtf-cfrg-xchacha, section 2.2): a key for the first 16 bytes of a nonce.
   *
   * @param output gets 32 bytes
   */
  public void deriveKey(byte[] key, byte[] nonce, byte[] output) {
    placeKey(key, 0);
    for (int i = 0; i < 4; i++) {
      state[12 + i] = ByteOrder.littleEndian32(nonce, 4 * i);
    }
    ChaChaPrimitive.permute(state, 0);
    for (int i = 0; i < 4; i++) {
      ByteOrder.putLittleEndian32(output, 4 * i, state[i]);
      ByteOrder.putLittleEndian32(output, 16 + 4 * i, state[12 + i]);
    }
    wipe();
  }

  /** Forgets the key. */
  public void wipe() {
    ConstantTime.wipe(state);
  }
}
