package edgex.crypto.aes;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.primitive.RevealPrimitive;
import java.util.Arrays;
import java.util.Objects;

/**
 * AES key wrap with padding, KWP (SP 800-38F, section 6.3; RFC 5649): encrypts and authenticates a
 * key of any length without a nonce.
 *
 * <pre>
 *   A65959A6 | length in bytes (4) | key | zeros to a multiple of 8
 * </pre>
 */
public final class AesKeyWrap {
  private static final int PREFIX = 0xA65959A6;
  private static final int HALF_BYTES = 8;
  private static final int ROUNDS = 6;

  private final Aes aes;
  private final byte[] block = new byte[Aes.BLOCK_BYTES];

  /** Takes a wrapping key of 16, 24 or 32 bytes. */
  public AesKeyWrap(byte[] wrappingKey) {
    aes = new Aes(wrappingKey);
  }

  /** Bytes of a wrapped key. */
  public static int wrappedBytes(int keyBytes) {
    return HALF_BYTES + (keyBytes + HALF_BYTES - 1) / HALF_BYTES * HALF_BYTES;
  }

  /**
   * Wraps a key.
   *
   * @param length at least 1
   * @param output gets {@link #wrappedBytes} bytes
   */
  public void wrap(byte[] key, int offset, int length, byte[] output, int outputOffset) {
    int wrappedBytes = wrappedBytes(length);
    if (length < 1) {
      throw new IllegalArgumentException("an empty key cannot be wrapped");
    }
    Objects.checkFromIndexSize(outputOffset, wrappedBytes, output.length);
    System.arraycopy(key, offset, output, outputOffset + HALF_BYTES, length);
    int end = outputOffset + wrappedBytes;
    Arrays.fill(output, outputOffset + HALF_BYTES + length, end, (byte) 0);
    ByteOrder.putBigEndian32(output, outputOffset, PREFIX);
    ByteOrder.putBigEndian32(output, outputOffset + 4, length);
    if (wrappedBytes == Aes.BLOCK_BYTES) {
      aes.encrypt(output, outputOffset, output, outputOffset, 1);
      return;
    }
    int halves = wrappedBytes / HALF_BYTES - 1;
    System.arraycopy(output, outputOffset, block, 0, HALF_BYTES);
    for (int step = 1; step <= ROUNDS * halves; step++) {
      int half = outputOffset + HALF_BYTES * (1 + (step - 1) % halves);
      System.arraycopy(output, half, block, HALF_BYTES, HALF_BYTES);
      aes.encrypt(block, 0, block, 0, 1);
      System.arraycopy(block, HALF_BYTES, output, half, HALF_BYTES);
      addStep(step);
    }
    System.arraycopy(block, 0, output, outputOffset, HALF_BYTES);
    ConstantTime.wipe(block);
  }

  /**
   * Unwraps a key.
   *
   * @param output gets the key, followed by zeros, in {@code length - 8} bytes
   * @return bytes of the key
   * @throws CryptoException if the wrapped key is not authentic; the output is zeroed
   */
  public int unwrap(byte[] wrapped, int offset, int length, byte[] output, int outputOffset) {
    Objects.checkFromIndexSize(offset, length, wrapped.length);
    if (length < Aes.BLOCK_BYTES || length % HALF_BYTES != 0) {
      throw new CryptoException("no wrapped key has " + length + " bytes");
    }
    int paddedBytes = length - HALF_BYTES;
    Objects.checkFromIndexSize(outputOffset, paddedBytes, output.length);
    int halves = paddedBytes / HALF_BYTES;
    if (halves == 1) {
      aes.decrypt(wrapped, offset, block, 0, 1);
      System.arraycopy(block, HALF_BYTES, output, outputOffset, HALF_BYTES);
    } else {
      System.arraycopy(wrapped, offset, block, 0, HALF_BYTES);
      System.arraycopy(wrapped, offset + HALF_BYTES, output, outputOffset, paddedBytes);
      for (int step = ROUNDS * halves; step > 0; step--) {
        int half = outputOffset + HALF_BYTES * ((step - 1) % halves);
        addStep(step);
        System.arraycopy(output, half, block, HALF_BYTES, HALF_BYTES);
        aes.decrypt(block, 0, block, 0, 1);
        System.arraycopy(block, HALF_BYTES, output, half, HALF_BYTES);
      }
    }
    int keyBytes = ByteOrder.bigEndian32(block, 4);
    boolean authentic = isAuthentic(output, outputOffset, paddedBytes, keyBytes);
    ConstantTime.wipe(block);
    if (!authentic) {
      Arrays.fill(output, outputOffset, outputOffset + paddedBytes, (byte) 0);
      throw new CryptoException("the wrapped key is not authentic");
    }
    // The length of a key that is authentic; the caller has to know it.
    return RevealPrimitive.number(keyBytes);
  }

  private void addStep(int step) {
    ByteOrder.putBigEndian32(block, 4, ByteOrder.bigEndian32(block, 4) ^ step);
  }

  /** Prefix, length and padding, none of them told apart. */
  private boolean isAuthentic(byte[] output, int offset, int paddedBytes, int keyBytes) {
    int padding = paddedBytes - keyBytes;
    int wrong = (ByteOrder.bigEndian32(block, 0) ^ PREFIX) | (padding & -HALF_BYTES);
    for (int i = 0; i < HALF_BYTES; i++) {
      // All ones where the byte belongs to the padding.
      int mask = (HALF_BYTES - 1 - i - padding) >> 31;
      wrong |= output[offset + paddedBytes - HALF_BYTES + i] & mask;
    }
    // One answer for prefix, length and padding.
    return RevealPrimitive.answer(wrong == 0);
  }

  /** Forgets the wrapping key. */
  public void wipe() {
    aes.wipe();
  }
}
