package edgex.crypto.chacha;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.NonceGuard;
import java.util.Arrays;
import java.util.Objects;

/**
 * ChaCha20-Poly1305 (RFC 8439, section 2.8) and XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03),
 * whose nonces of 24 bytes may be random. A nonce that is used twice with a key gives away the key
 * of the tag: {@link #seal} refuses the nonce of the call before.
 */
public final class ChaCha20Poly1305 implements AuthenticatedCipher {
  private static final int TAG_BYTES = Poly1305.TAG_BYTES;
  private static final int LONG_NONCE_BYTES = 24;

  private final byte[] key = new byte[ChaCha20.KEY_BYTES];
  private final byte[] nonceKey = new byte[ChaCha20.KEY_BYTES];
  private final byte[] innerNonce = new byte[ChaCha20.NONCE_BYTES];
  private final ChaCha20 stream = new ChaCha20();
  private final Poly1305 authenticator = new Poly1305();
  private final NonceGuard guard = new NonceGuard();
  private final byte[] authenticatorKey = new byte[ChaCha20.BLOCK_BYTES];
  private final byte[] lengths = new byte[16];
  private final byte[] tag = new byte[TAG_BYTES];
  private final int nonceBytes;

  private ChaCha20Poly1305(byte[] key, int nonceBytes) {
    if (key.length != ChaCha20.KEY_BYTES) {
      throw new IllegalArgumentException("ChaCha20 has keys of 32 bytes, not " + key.length);
    }
    System.arraycopy(key, 0, this.key, 0, key.length);
    this.nonceBytes = nonceBytes;
  }

  /** The cipher with nonces of 12 bytes, for a key of 32 bytes. */
  public static ChaCha20Poly1305 withShortNonce(byte[] key) {
    return new ChaCha20Poly1305(key, ChaCha20.NONCE_BYTES);
  }

  /** XChaCha20-Poly1305: nonces of 24 bytes, for a key of 32 bytes. */
  public static ChaCha20Poly1305 withLongNonce(byte[] key) {
    return new ChaCha20Poly1305(key, LONG_NONCE_BYTES);
  }

  @Override
  public int nonceBytes() {
    return nonceBytes;
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
    checkNonce(nonce);
    guard.use(nonce, output, outputOffset, length + TAG_BYTES);
    start(nonce);
    stream.transform(plaintext, offset, length, output, outputOffset);
    computeTag(associated, output, outputOffset, length);
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
    checkNonce(nonce);
    int textBytes = Math.max(0, length - TAG_BYTES);
    Objects.checkFromIndexSize(outputOffset, textBytes, output.length);
    start(nonce);
    computeTag(associated, sealed, offset, textBytes);
    boolean authentic =
        length >= TAG_BYTES && ConstantTime.equal(tag, 0, sealed, offset + textBytes, TAG_BYTES);
    if (authentic) {
      stream.transform(sealed, offset, textBytes, output, outputOffset);
    }
    wipeMessage();
    if (!authentic) {
      Arrays.fill(output, outputOffset, outputOffset + textBytes, (byte) 0);
      throw new CryptoException("the sealed text is not authentic");
    }
  }

  private void checkNonce(byte[] nonce) {
    if (nonce.length != nonceBytes) {
      throw new IllegalArgumentException(
          "this cipher has nonces of " + nonceBytes + " bytes, not " + nonce.length);
    }
  }

  /** The first block of the stream is the authenticator's key; the text begins with the second. */
  private void start(byte[] nonce) {
    ConstantTime.wipe(authenticatorKey);
    if (nonceBytes == LONG_NONCE_BYTES) {
      stream.deriveKey(key, nonce, nonceKey);
      System.arraycopy(nonce, 16, innerNonce, 4, 8);
      stream.start(nonceKey, 0, innerNonce, 0, 0);
    } else {
      stream.start(key, 0, nonce, 0, 0);
    }
    stream.transform(authenticatorKey, 0, authenticatorKey.length, authenticatorKey, 0);
    authenticator.start(authenticatorKey, 0);
  }

  private void computeTag(byte[] associated, byte[] ciphertext, int offset, int length) {
    authenticator.update(associated, 0, associated.length);
    authenticator.pad();
    authenticator.update(ciphertext, offset, length);
    authenticator.pad();
    ByteOrder.putLittleEndian64(lengths, 0, associated.length);
    ByteOrder.putLittleEndian64(lengths, 8, length);
    authenticator.update(lengths, 0, lengths.length);
    authenticator.finish(tag, 0);
  }

  private void wipeMessage() {
    stream.wipe();
    ConstantTime.wipe(nonceKey);
    ConstantTime.wipe(authenticatorKey);
    ConstantTime.wipe(tag);
  }

  @Override
  public void wipe() {
    ConstantTime.wipe(key);
    wipeMessage();
  }
}
