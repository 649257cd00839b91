package edgex.crypto.aes;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import java.util.Objects;

/**
 * XTS-AES (IEEE 1619, SP 800-38E) for sectors of storage: as long as the plaintext, and so not
 * authenticated. A last block that is not whole borrows from the one before (ciphertext stealing).
 */
public final class AesXts {
  private static final int BLOCK_BYTES = Aes.BLOCK_BYTES;
  private static final int BATCH_BLOCKS = 16;

  /** SP 800-38E: at most 2^20 blocks in a data unit. */
  private static final int MAXIMUM_BYTES = BLOCK_BYTES << 20;

  private enum Direction {
    ENCRYPT,
    DECRYPT
  }

  private final Aes data = new Aes();
  private final Aes tweaking = new Aes();
  private final byte[] tweaks = new byte[(BATCH_BLOCKS + 1) * BLOCK_BYTES];
  private final byte[] block = new byte[BLOCK_BYTES];

  /**
   * Takes two keys, one behind the other.
   *
   * @throws IllegalArgumentException unless there are 32 or 64 bytes whose halves differ: with
   *     equal halves a chosen ciphertext shows the tweaks
   */
  public AesXts(byte[] keys) {
    int half = keys.length / 2;
    if (keys.length != 32 && keys.length != 64) {
      throw new IllegalArgumentException("XTS has keys of 32 or 64 bytes, not " + keys.length);
    }
    if (ConstantTime.equal(keys, 0, keys, half, half)) {
      throw new IllegalArgumentException("the two keys of XTS must differ");
    }
    data.load(keys, 0, half);
    tweaking.load(keys, half, half);
  }

  /**
   * Encrypts a sector. Input and output may be the same range.
   *
   * @param length at least 16
   */
  public void encrypt(
      long sector, byte[] input, int offset, int length, byte[] output, int outputOffset) {
    transform(Direction.ENCRYPT, sector, input, offset, length, output, outputOffset);
  }

  /**
   * Decrypts a sector. Input and output may be the same range.
   *
   * @param length at least 16
   */
  public void decrypt(
      long sector, byte[] input, int offset, int length, byte[] output, int outputOffset) {
    transform(Direction.DECRYPT, sector, input, offset, length, output, outputOffset);
  }

  private void transform(
      Direction direction,
      long sector,
      byte[] input,
      int offset,
      int length,
      byte[] output,
      int outputOffset) {
    if (length < BLOCK_BYTES || length > MAXIMUM_BYTES) {
      throw new IllegalArgumentException("XTS has sectors of 16 bytes to 16 MiB, not " + length);
    }
    Objects.checkFromIndexSize(offset, length, input.length);
    Objects.checkFromIndexSize(outputOffset, length, output.length);
    ConstantTime.wipe(tweaks);
    ByteOrder.putLittleEndian64(tweaks, 0, sector);
    tweaking.encrypt(tweaks, 0, tweaks, 0, 1);
    int rest = length % BLOCK_BYTES;
    int whole = length / BLOCK_BYTES - (rest > 0 ? 1 : 0);
    for (int done = 0; done < whole; done += BATCH_BLOCKS) {
      int count = Math.min(BATCH_BLOCKS, whole - done);
      for (int i = 0; i < count; i++) {
        multiplyByX(i * BLOCK_BYTES);
      }
      int at = done * BLOCK_BYTES;
      blocks(direction, 0, input, offset + at, output, outputOffset + at, count);
      System.arraycopy(tweaks, count * BLOCK_BYTES, tweaks, 0, BLOCK_BYTES);
    }
    if (rest > 0) {
      int at = whole * BLOCK_BYTES;
      steal(direction, input, offset + at, output, outputOffset + at, rest);
    }
    ConstantTime.wipe(tweaks);
  }

  /** The last whole block and a rest: the output's rest is the beginning of the first result. */
  private void steal(
      Direction direction, byte[] input, int offset, byte[] output, int outputOffset, int rest) {
    multiplyByX(0);
    // Encryption uses the tweaks in order, decryption the last one first.
    int first = direction == Direction.ENCRYPT ? 0 : BLOCK_BYTES;
    blocks(direction, first, input, offset, block, 0, 1);
    for (int i = 0; i < rest; i++) {
      byte last = input[offset + BLOCK_BYTES + i];
      output[outputOffset + BLOCK_BYTES + i] = block[i];
      block[i] = last;
    }
    blocks(direction, BLOCK_BYTES - first, block, 0, output, outputOffset, 1);
    ConstantTime.wipe(block);
  }

  private void blocks(
      Direction direction,
      int tweak,
      byte[] input,
      int offset,
      byte[] output,
      int outputOffset,
      int count) {
    int length = count * BLOCK_BYTES;
    for (int i = 0; i < length; i++) {
      output[outputOffset + i] = (byte) (input[offset + i] ^ tweaks[tweak + i]);
    }
    if (direction == Direction.ENCRYPT) {
      data.encrypt(output, outputOffset, output, outputOffset, count);
    } else {
      data.decrypt(output, outputOffset, output, outputOffset, count);
    }
    for (int i = 0; i < length; i++) {
      output[outputOffset + i] ^= tweaks[tweak + i];
    }
  }

  /** The next tweak: times x modulo x^128 + x^7 + x^2 + x + 1. */
  private void multiplyByX(int at) {
    long low = ByteOrder.littleEndian64(tweaks, at);
    long high = ByteOrder.littleEndian64(tweaks, at + 8);
    ByteOrder.putLittleEndian64(tweaks, at + 16, low << 1 ^ (high >> 63 & 0x87));
    ByteOrder.putLittleEndian64(tweaks, at + 24, high << 1 | low >>> 63);
  }

  /** Forgets the keys. */
  public void wipe() {
    data.wipe();
    tweaking.wipe();
  }
}
