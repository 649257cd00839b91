package edgex.crypto.signature;

import edgex.crypto.RandomSource;

/**
 * A signature scheme with its parameters, whatever its family, for callers that learn from outside
 * which one it is. Whoever knows it in advance, and wants no allocation, uses the family's own
 * classes. An object owns working memory and serves one thread at a time.
 *
 * <p>A private key is in its short form: the seed where the standard has one.
 */
public interface SignatureScheme {
  /** The standard's name, for example {@code ML-DSA-65}. */
  String name();

  /** Bytes of a private key, or 0 if keys of this scheme sign elsewhere (they have a state). */
  int privateKeyBytes();

  /** Makes a private key. */
  byte[] generatePrivateKey(RandomSource random);

  /**
   * The public key of a private key.
   *
   * @throws edgex.crypto.CryptoException if it is no private key of this scheme
   */
  byte[] publicKey(byte[] privateKey);

  /** Whether bytes from outside can be a public key of this scheme. */
  boolean isPublicKey(byte[] publicKey);

  /**
   * Signs a message.
   *
   * @param context what keeps signatures for different purposes apart; schemes without one take an
   *     empty one only
   * @param random freshness of hedged signatures; schemes without it ignore it
   * @throws edgex.crypto.CryptoException if it is no private key of this scheme, or if the context
   *     is too long
   */
  byte[] sign(byte[] privateKey, byte[] message, byte[] context, RandomSource random);

  /** Whether a signature of a message is valid; anything malformed is not. */
  boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature);
}
