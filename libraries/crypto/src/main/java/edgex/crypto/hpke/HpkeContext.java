package edgex.crypto.hpke;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;

/**
 * One end of an encrypted one-way connection (RFC 9180, section 5.2): messages in order, each with
 * a nonce of its own from a counter, and secrets for other purposes.
 */
public final class HpkeContext {
  private static final int NONCE_BYTES = 12;

  private final LabeledHkdf hkdf;
  private final AuthenticatedCipher cipher;
  private final byte[] baseNonce;
  private final byte[] exporterSecret;
  private long sequence;

  HpkeContext(
      LabeledHkdf hkdf, AuthenticatedCipher cipher, byte[] baseNonce, byte[] exporterSecret) {
    this.hkdf = hkdf;
    this.cipher = cipher;
    this.baseNonce = baseNonce;
    this.exporterSecret = exporterSecret;
  }

  /** The counter, added to the base nonce. */
  private byte[] nonce() {
    if (sequence < 0) {
      throw new IllegalStateException("2^63 messages: make a new context");
    }
    byte[] nonce = baseNonce.clone();
    int at = NONCE_BYTES - 8;
    ByteOrder.putBigEndian64(nonce, at, ByteOrder.bigEndian64(nonce, at) ^ sequence);
    return nonce;
  }

  /** Encrypts the next message: the sender's end. */
  public byte[] seal(byte[] associated, byte[] plaintext) {
    byte[] sealed = new byte[plaintext.length + cipher.tagBytes()];
    cipher.seal(nonce(), associated, plaintext, 0, plaintext.length, sealed, 0);
    sequence++;
    return sealed;
  }

  /**
   * Decrypts the next message: the recipient's end. After a refused one the next is still awaited.
   *
   * @throws CryptoException if it is not authentic, or not the next one
   */
  public byte[] open(byte[] associated, byte[] sealed) {
    if (sealed.length < cipher.tagBytes()) {
      throw new CryptoException("a sealed text of " + sealed.length + " bytes has no tag");
    }
    byte[] plaintext = new byte[sealed.length - cipher.tagBytes()];
    cipher.open(nonce(), associated, sealed, 0, sealed.length, plaintext, 0);
    sequence++;
    return plaintext;
  }

  /** A secret for another purpose, the same at both ends (section 5.3). */
  public byte[] export(byte[] purpose, int length) {
    return hkdf.expand(exporterSecret, "sec", purpose, length);
  }

  /** Forgets the keys. */
  public void wipe() {
    cipher.wipe();
    ConstantTime.wipe(baseNonce);
    ConstantTime.wipe(exporterSecret);
  }
}
