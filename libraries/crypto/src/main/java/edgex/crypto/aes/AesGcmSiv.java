package edgex.crypto.aes;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import java.util.Arrays;
import java.util.Objects;

/**
 * AES-GCM-SIV (RFC 8452). A nonce that is used twice shows only whether the two messages are equal,
 * so repeated nonces are allowed: the cipher for those who cannot keep a counter.
 */
public final class AesGcmSiv implements AuthenticatedCipher {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int TOP_BIT = 0x80;

  private final int keyBytes;
  private final Aes generating;
  private final Aes aes = new Aes();
  private final CounterMode stream = new CounterMode(aes, CounterField.FIRST_WORD);
  private final Polyval hash = new Polyval();
  private final byte[] block = new byte[Aes.BLOCK_BYTES];
  private final byte[] keys = new byte[48];
  private final byte[] tag = new byte[TAG_BYTES];

  /**
   * Takes a key.
   *
   * @throws IllegalArgumentException if it has not 16 or 32 bytes
   */
  public AesGcmSiv(byte[] key) {
    if (key.length != 16 && key.length != 32) {
      throw new IllegalArgumentException("GCM-SIV has keys of 16 or 32 bytes, not " + key.length);
    }
    keyBytes = key.length;
    generating = new Aes(key);
  }

  @Override
  public int nonceBytes() {
    return NONCE_BYTES;
  }

  @Override
  public int tagBytes() {
    return TAG_BYTES;
  }

  @Override
  public void seal(
      byte[] nonce,
      byte[] associated,
      byte[] plaintext,
      int offset,
      int length,
      byte[] output,
      int outputOffset) {
    Objects.checkFromIndexSize(offset, length, plaintext.length);
    Objects.checkFromIndexSize(outputOffset, length + TAG_BYTES, output.length);
    deriveKeys(nonce);
    computeTag(nonce, associated, plaintext, offset, length);
    startCounter(tag, 0);
    stream.transform(block, plaintext, offset, length, output, outputOffset);
    System.arraycopy(tag, 0, output, outputOffset + length, TAG_BYTES);
    wipeMessage();
  }

  @Override
  public void open(
      byte[] nonce,
      byte[] associated,
      byte[] sealed,
      int offset,
      int length,
      byte[] output,
      int outputOffset) {
    Objects.checkFromIndexSize(offset, length, sealed.length);
    if (length < TAG_BYTES) {
      throw new CryptoException("a sealed text of " + length + " bytes is shorter than its tag");
    }
    int textBytes = length - TAG_BYTES;
    Objects.checkFromIndexSize(outputOffset, textBytes, output.length);
    deriveKeys(nonce);
    byte[] expected = Arrays.copyOfRange(sealed, offset + textBytes, offset + length);
    startCounter(expected, 0);
    stream.transform(block, sealed, offset, textBytes, output, outputOffset);
    computeTag(nonce, associated, output, outputOffset, textBytes);
    boolean authentic = ConstantTime.equal(tag, 0, expected, 0, TAG_BYTES);
    wipeMessage();
    if (!authentic) {
      Arrays.fill(output, outputOffset, outputOffset + textBytes, (byte) 0);
      throw new CryptoException("the sealed text is not authentic");
    }
  }

  /** Section 4: a key to authenticate and one to encrypt with, for this nonce. */
  private void deriveKeys(byte[] nonce) {
    if (nonce.length != NONCE_BYTES) {
      throw new IllegalArgumentException(
          "GCM-SIV has nonces of " + NONCE_BYTES + " bytes, not " + nonce.length);
    }
    int halves = (16 + keyBytes) / 8;
    for (int i = 0; i < halves; i++) {
      ByteOrder.putLittleEndian32(block, 0, i);
      System.arraycopy(nonce, 0, block, 4, NONCE_BYTES);
      generating.encrypt(block, 0, block, 0, 1);
      System.arraycopy(block, 0, keys, 8 * i, 8);
    }
    hash.start(keys, 0);
    aes.load(keys, 16, keyBytes);
  }

  private void computeTag(byte[] nonce, byte[] associated, byte[] text, int offset, int length) {
    hash.updatePadded(associated, 0, associated.length);
    hash.updatePadded(text, offset, length);
    hash.finish(associated.length, length, tag);
    for (int i = 0; i < NONCE_BYTES; i++) {
      tag[i] ^= nonce[i];
    }
    tag[TAG_BYTES - 1] &= (byte) ~TOP_BIT;
    aes.encrypt(tag, 0, tag, 0, 1);
  }

  private void startCounter(byte[] source, int offset) {
    System.arraycopy(source, offset, block, 0, TAG_BYTES);
    block[TAG_BYTES - 1] |= (byte) TOP_BIT;
  }

  private void wipeMessage() {
    aes.wipe();
    ConstantTime.wipe(keys);
    ConstantTime.wipe(tag);
    ConstantTime.wipe(block);
  }

  @Override
  public void wipe() {
    generating.wipe();
    wipeMessage();
  }
}
