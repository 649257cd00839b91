package edgex.crypto.kem;

import edgex.crypto.RandomSource;

/**
 * A key encapsulation mechanism with whole arrays: a sender makes a secret and a ciphertext for a
 * public key, the owner of the private key recovers the secret from the ciphertext.
 */
public interface KeyEncapsulation {
  /** The standard's name. */
  String name();

  /** Bytes of a public key. */
  int publicKeyBytes();

  /** Bytes of a private key. */
  int privateKeyBytes();

  /** Bytes of a ciphertext. */
  int ciphertextBytes();

  /** Bytes of a shared secret. */
  int secretBytes();

  /** Makes a key pair from fresh random bytes. */
  void generateKeys(RandomSource random, byte[] publicKey, byte[] privateKey);

  /**
   * Makes a secret and its ciphertext.
   *
   * @throws edgex.crypto.CryptoException if the public key has a wrong length, is not canonical,
   *     not on its curve or of small order; both outputs are zeroed
   */
  void encapsulate(byte[] publicKey, RandomSource random, byte[] ciphertext, byte[] secret);

  /**
   * Recovers the secret of a ciphertext.
   *
   * @throws edgex.crypto.CryptoException if key or ciphertext has a wrong length, or a point in it
   *     is refused; the output is zeroed. An ML-KEM ciphertext that nobody made gives another
   *     secret instead
   */
  void decapsulate(byte[] privateKey, byte[] ciphertext, byte[] secret);
}
