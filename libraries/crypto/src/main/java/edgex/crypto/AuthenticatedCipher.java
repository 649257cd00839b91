package edgex.crypto;

/**
 * Authenticated encryption with associated data (RFC 5116), with one key. What {@link #seal} writes
 * is the ciphertext, as long as the plaintext, and behind it the tag.
 */
public interface AuthenticatedCipher {
  /** Bytes of the nonce that everybody uses with this cipher. */
  int nonceBytes();

  /** Bytes of the tag: how much longer the sealed text is. */
  int tagBytes();

  /**
   * Encrypts and authenticates. Input and output may be the same range.
   *
   * @param nonce never used before with this key
   * @throws IllegalStateException if the nonce is that of the call before, and the cipher would
   *     give away its key by it; the output is zeroed
   * @throws IllegalArgumentException if the nonce has a length that the cipher does not take
   */
  void seal(
      byte[] nonce,
      byte[] associated,
      byte[] plaintext,
      int offset,
      int length,
      byte[] output,
      int outputOffset);

  /**
   * Checks and decrypts. Input and output may be the same range.
   *
   * @param length of ciphertext and tag together; the plaintext is shorter by the tag
   * @throws CryptoException if the text is not authentic, or too short for a tag; the output is
   *     zeroed
   * @throws IllegalArgumentException if the nonce has a length that the cipher does not take
   */
  void open(
      byte[] nonce,
      byte[] associated,
      byte[] sealed,
      int offset,
      int length,
      byte[] output,
      int outputOffset);

  /** Forgets the key. */
  void wipe();
}
