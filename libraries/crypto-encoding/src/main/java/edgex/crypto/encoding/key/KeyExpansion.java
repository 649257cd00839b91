package edgex.crypto.encoding.key;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.signature.SignatureScheme;
import edgex.crypto.signature.SignatureSchemes;
import java.util.Arrays;

/** What follows from private keys: lengths, expanded keys, public keys. */
final class KeyExpansion {
  private KeyExpansion() {}

  /** Bytes of the short form: the seed where there is one. */
  static int seedBytes(KeyAlgorithm algorithm) {
    if (algorithm == KeyAlgorithm.X25519) {
      return X25519.KEY_BYTES;
    }
    return algorithm.isLatticeKem()
        ? MlKemParameters.SEED_BYTES
        : SignatureSchemes.named(algorithm.signatureScheme()).privateKeyBytes();
  }

  /** Bytes of the expanded form of ML-DSA and ML-KEM. */
  static int expandedBytes(KeyAlgorithm algorithm) {
    String name = algorithm.standardName();
    return algorithm.isLatticeKem()
        ? MlKemParameters.named(name).decapsulationKeyBytes()
        : MlDsaParameters.named(name).privateKeyBytes();
  }

  /** The expanded form of an ML-DSA or ML-KEM seed. */
  static byte[] expand(KeyAlgorithm algorithm, byte[] seed) {
    byte[] expanded = new byte[expandedBytes(algorithm)];
    if (algorithm.isLatticeKem()) {
      MlKemParameters parameters = MlKemParameters.named(algorithm.standardName());
      byte[] publicKey = new byte[parameters.encapsulationKeyBytes()];
      new MlKem(parameters).generateKeys(seed, 0, publicKey, 0, expanded, 0);
    } else {
      MlDsaParameters parameters = MlDsaParameters.named(algorithm.standardName());
      byte[] publicKey = new byte[parameters.publicKeyBytes()];
      new MlDsaKeyGenerator(parameters).generate(seed, 0, publicKey, 0, expanded, 0);
    }
    return expanded;
  }

  /** The public key of a short form. */
  static byte[] publicKey(KeyAlgorithm algorithm, byte[] seed) {
    if (algorithm.isSignature()) {
      SignatureScheme scheme = SignatureSchemes.named(algorithm.signatureScheme());
      return scheme.publicKey(seed);
    }
    if (algorithm == KeyAlgorithm.X25519) {
      byte[] publicKey = new byte[X25519.KEY_BYTES];
      new X25519().derivePublicKey(seed, 0, publicKey, 0);
      return publicKey;
    }
    byte[] expanded = expand(algorithm, seed);
    byte[] publicKey = publicPart(algorithm, expanded);
    ConstantTime.wipe(expanded);
    return publicKey;
  }

  /** The encapsulation key that lies in an expanded ML-KEM key. */
  static byte[] publicPart(KeyAlgorithm algorithm, byte[] expanded) {
    MlKemParameters parameters = MlKemParameters.named(algorithm.standardName());
    if (!new MlKem(parameters).isDecapsulationKey(expanded, 0, expanded.length)) {
      throw new CryptoException("a decapsulation key that contradicts itself");
    }
    int end = expanded.length - 64;
    return Arrays.copyOfRange(expanded, end - parameters.encapsulationKeyBytes(), end);
  }
}
