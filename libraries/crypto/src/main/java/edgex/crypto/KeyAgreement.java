package edgex.crypto;

/** Key agreement on an elliptic curve: both sides get the same secret of 32 bytes. */
public interface KeyAgreement {
  /** Bytes of a shared secret. */
  int SECRET_BYTES = 32;

  /** Bytes of a private key. */
  int privateKeyBytes();

  /** Bytes of a public key. */
  int publicKeyBytes();

  /** Makes a private key from fresh random bytes, and its public key. */
  void generateKeys(
      RandomSource random,
      byte[] privateKey,
      int privateOffset,
      byte[] publicKey,
      int publicOffset);

  /**
   * Writes the public key of a private key.
   *
   * @throws CryptoException if the private key is out of range; the output is zeroed
   */
  void derivePublicKey(byte[] privateKey, int privateOffset, byte[] publicKey, int publicOffset);

  /**
   * Writes the shared secret of a private key and somebody's public key.
   *
   * @throws CryptoException if the public key is not on the curve or of small order, or the private
   *     key is out of range; the output is zeroed
   */
  void agree(
      byte[] privateKey,
      int privateOffset,
      byte[] publicKey,
      int publicOffset,
      byte[] secret,
      int secretOffset);
}
