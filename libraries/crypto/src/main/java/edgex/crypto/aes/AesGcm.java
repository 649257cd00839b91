package edgex.crypto.aes;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.NonceGuard;
import java.util.Arrays;
import java.util.Objects;

/**
 * AES-GCM (SP 800-38D). A nonce that is used twice with a key gives away the key of the hash, and
 * so lets anybody forge: {@link #seal} refuses the nonce of the call before. Random nonces of 12
 * bytes are good for 2^32 messages; {@link AesGcmSiv} does not mind.
 */
public final class AesGcm implements AuthenticatedCipher {
  /** Bytes of a whole tag. */
  public static final int TAG_BYTES = 16;

  private static final int NONCE_BYTES = 12;

  private final Aes aes;
  private final CounterMode stream;
  private final Ghash hash = new Ghash();
  private final NonceGuard guard = new NonceGuard();
  private final int tagBytes;
  private final byte[] counter = new byte[Aes.BLOCK_BYTES];
  private final byte[] tagMask = new byte[Aes.BLOCK_BYTES];
  private final byte[] tag = new byte[Aes.BLOCK_BYTES];

  /** Takes a key of 16, 24 or 32 bytes. */
  public AesGcm(byte[] key) {
    this(key, TAG_BYTES);
  }

  /**
   * Takes a key of 16, 24 or 32 bytes; tags are cut to a length.
   *
   * @throws IllegalArgumentException unless tags have 4, 8, or 12 to 16 bytes (section 5.2.1.2;
   *     appendix C says what 4 and 8 are good for)
   */
  public AesGcm(byte[] key, int tagBytes) {
    if (tagBytes != 4 && tagBytes != 8 && (tagBytes < 12 || tagBytes > TAG_BYTES)) {
      throw new IllegalArgumentException("GCM has no tags of " + tagBytes + " bytes");
    }
    this.tagBytes = tagBytes;
    aes = new Aes(key);
    stream = new CounterMode(aes, CounterField.LAST_WORD);
    aes.encrypt(tag, 0, tag, 0, 1);
    hash.start(tag, 0);
    ConstantTime.wipe(tag);
  }

  @Override
  public int nonceBytes() {
    return NONCE_BYTES;
  }

  @Override
  public int tagBytes() {
    return tagBytes;
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
    Objects.checkFromIndexSize(outputOffset, length + tagBytes, output.length);
    guard.use(nonce, output, outputOffset, length + tagBytes);
    start(nonce);
    stream.transform(counter, plaintext, offset, length, output, outputOffset);
    computeTag(associated, output, outputOffset, length);
    System.arraycopy(tag, 0, output, outputOffset + length, tagBytes);
    ConstantTime.wipe(tag);
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
    int textBytes = Math.max(0, length - tagBytes);
    Objects.checkFromIndexSize(outputOffset, textBytes, output.length);
    start(nonce);
    computeTag(associated, sealed, offset, textBytes);
    boolean authentic =
        length >= tagBytes && ConstantTime.equal(tag, 0, sealed, offset + textBytes, tagBytes);
    ConstantTime.wipe(tag);
    if (!authentic) {
      Arrays.fill(output, outputOffset, outputOffset + textBytes, (byte) 0);
      throw new CryptoException("the sealed text is not authentic");
    }
    stream.transform(counter, sealed, offset, textBytes, output, outputOffset);
  }

  /** Steps 2 of algorithms 4 and 5: the block that masks the tag, and the counter behind it. */
  private void start(byte[] nonce) {
    if (nonce.length == 0) {
      throw new IllegalArgumentException("GCM needs a nonce, best of " + NONCE_BYTES + " bytes");
    }
    hash.restart();
    if (nonce.length == NONCE_BYTES) {
      System.arraycopy(nonce, 0, counter, 0, NONCE_BYTES);
      Arrays.fill(counter, NONCE_BYTES, counter.length, (byte) 0);
      counter[counter.length - 1] = 1;
    } else {
      hash.updatePadded(nonce, 0, nonce.length);
      hash.finish(0, nonce.length, counter, 0);
      hash.restart();
    }
    aes.encrypt(counter, 0, tagMask, 0, 1);
    CounterField.LAST_WORD.increment(counter);
  }

  private void computeTag(byte[] associated, byte[] ciphertext, int offset, int length) {
    hash.updatePadded(associated, 0, associated.length);
    hash.updatePadded(ciphertext, offset, length);
    hash.finish(associated.length, length, tag, 0);
    for (int i = 0; i < tag.length; i++) {
      tag[i] ^= tagMask[i];
    }
    ConstantTime.wipe(tagMask);
  }

  @Override
  public void wipe() {
    aes.wipe();
    hash.wipe();
  }
}
