package edgex.keystore;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.hash.Hkdf;
import edgex.crypto.hash.Sha2;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.policy.Algorithm;
import edgex.crypto.policy.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Secrets of the algorithms that the store has keys of: AES-256, ML-KEM, and all that sign. */
final class KeyMaterial {
  static final int SYMMETRIC_BYTES = 32;

  private KeyMaterial() {}

  static boolean isSymmetric(Algorithm algorithm) {
    return algorithm == Algorithm.AES_256_GCM;
  }

  static boolean isKem(Algorithm algorithm) {
    return algorithm == Algorithm.ML_KEM_512
        || algorithm == Algorithm.ML_KEM_768
        || algorithm == Algorithm.ML_KEM_1024;
  }

  static boolean isSignature(Algorithm algorithm) {
    return algorithm.purpose() == Purpose.SIGNATURE;
  }

  /** The kind of key. */
  static KeyAlgorithm keyAlgorithm(Algorithm algorithm) {
    return algorithm == Algorithm.ECDSA_P256
        ? KeyAlgorithm.P_256
        : KeyAlgorithm.named(algorithm.standardName());
  }

  /** The algorithm of a kind of key, which is to be used for signatures if it can sign. */
  static Algorithm algorithm(KeyAlgorithm key) {
    return key == KeyAlgorithm.P_256 ? Algorithm.ECDSA_P256 : Algorithm.named(key.standardName());
  }

  /**
   * Makes a secret.
   *
   * @throws CryptoException if the store has no keys of the algorithm
   */
  static byte[] generate(Algorithm algorithm, RandomSource random) {
    if (isSymmetric(algorithm)) {
      byte[] secret = new byte[SYMMETRIC_BYTES];
      random.fill(secret, 0, secret.length);
      return secret;
    }
    if (!isKem(algorithm) && !isSignature(algorithm)) {
      throw new CryptoException("there are no keys of " + algorithm.standardName());
    }
    PrivateKey key = PrivateKey.generate(keyAlgorithm(algorithm), random);
    byte[] secret = key.seed();
    key.wipe();
    return secret;
  }

  /** Whether bytes can be a secret of an algorithm. */
  static boolean isSecret(Algorithm algorithm, byte[] secret) {
    if (isSymmetric(algorithm)) {
      return secret.length == SYMMETRIC_BYTES;
    }
    try {
      privateKey(algorithm, secret).wipe();
      return true;
    } catch (CryptoException refused) {
      return false;
    }
  }

  static PrivateKey privateKey(Algorithm algorithm, byte[] secret) {
    return PrivateKey.ofSeed(keyAlgorithm(algorithm), secret);
  }

  static PublicKey publicKey(Algorithm algorithm, byte[] secret) {
    PrivateKey key = privateKey(algorithm, secret);
    PublicKey publicKey = key.publicKey();
    key.wipe();
    return publicKey;
  }

  /** The shared secret of a ciphertext; implicit rejection gives another one for a wrong one. */
  static byte[] decapsulate(Algorithm algorithm, byte[] seed, byte[] ciphertext) {
    MlKemParameters parameters = MlKemParameters.named(algorithm.standardName());
    if (ciphertext.length != parameters.ciphertextBytes()) {
      throw new CryptoException(
          "a ciphertext of " + ciphertext.length + " bytes, not " + parameters.ciphertextBytes());
    }
    PrivateKey key = privateKey(algorithm, seed);
    byte[] expanded = key.expanded();
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    new MlKem(parameters).decapsulate(expanded, 0, ciphertext, 0, secret, 0);
    ConstantTime.wipe(expanded);
    key.wipe();
    return secret;
  }

  /** A secret for one use of a symmetric key, so that uses do not meet. */
  static byte[] derive(byte[] secret, String use, byte[] binding) {
    Hkdf hkdf = new Hkdf(Sha2.sha384());
    byte[] label = use.getBytes(StandardCharsets.US_ASCII);
    byte[] info = Arrays.copyOf(label, label.length + 1 + binding.length);
    System.arraycopy(binding, 0, info, label.length + 1, binding.length);
    byte[] key = new byte[hkdf.keyBytes()];
    byte[] derived = new byte[SYMMETRIC_BYTES];
    hkdf.extract(new byte[0], secret, key, 0);
    hkdf.expand(key, info, derived, 0, derived.length);
    ConstantTime.wipe(key);
    return derived;
  }
}
