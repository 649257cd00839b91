package edgex.crypto.encoding.key;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.signature.SignatureSchemes;
import java.util.Objects;

/**
 * A private key: its seed (the short form), its expanded form, or both. Only ML-DSA and ML-KEM have
 * two forms; what the seed is for other algorithms, {@link KeyAlgorithm} says. {@link #wipe} when
 * done; what {@link #encode} and the accessors give away are copies to be wiped by the caller.
 */
public final class PrivateKey {
  /** What is written of a key that has two forms. */
  public enum Form {
    SEED,
    EXPANDED,
    BOTH
  }

  private final KeyAlgorithm algorithm;
  private final byte[] seed;
  private final byte[] expanded;
  private final PublicKey publicKey;

  private PrivateKey(KeyAlgorithm algorithm, byte[] seed, byte[] expanded, PublicKey publicKey) {
    this.algorithm = algorithm;
    this.seed = seed;
    this.expanded = expanded;
    this.publicKey = publicKey;
  }

  /**
   * A key of its seed.
   *
   * @throws CryptoException if it has a wrong length or is out of range, or if the algorithm's
   *     private keys have a state
   */
  public static PrivateKey ofSeed(KeyAlgorithm algorithm, byte[] seed) {
    requirePrivateForm(algorithm);
    if (seed.length != KeyExpansion.seedBytes(algorithm)) {
      throw wrongLength(algorithm, seed.length);
    }
    PublicKey publicKey = new PublicKey(algorithm, KeyExpansion.publicKey(algorithm, seed));
    return new PrivateKey(algorithm, seed.clone(), null, publicKey);
  }

  /**
   * A key of the expanded form alone.
   *
   * @param publicKey null if it is not known; ML-KEM's is inside of the private key
   * @throws CryptoException if it has a wrong length or contradicts itself
   */
  public static PrivateKey ofExpanded(
      KeyAlgorithm algorithm, byte[] expanded, PublicKey publicKey) {
    if (algorithm.privateForm() != KeyAlgorithm.PrivateForm.CHOICE
        || expanded.length != KeyExpansion.expandedBytes(algorithm)) {
      throw wrongLength(algorithm, expanded.length);
    }
    PublicKey known = publicKey;
    if (algorithm.isLatticeKem()) {
      known = new PublicKey(algorithm, KeyExpansion.publicPart(algorithm, expanded));
      if (publicKey != null && !publicKey.equals(known)) {
        throw new CryptoException("the public key is not that of the private key");
      }
    }
    return new PrivateKey(algorithm, null, expanded.clone(), known);
  }

  /**
   * A key of both forms.
   *
   * @throws CryptoException if one does not follow from the other
   */
  static PrivateKey ofBoth(KeyAlgorithm algorithm, byte[] seed, byte[] expanded) {
    PrivateKey key = ofSeed(algorithm, seed);
    byte[] right = KeyExpansion.expand(algorithm, seed);
    boolean matches =
        right.length == expanded.length && ConstantTime.equal(right, 0, expanded, 0, right.length);
    ConstantTime.wipe(right);
    if (!matches) {
      key.wipe();
      throw new CryptoException("the expanded private key is not that of the seed");
    }
    return new PrivateKey(algorithm, key.seed, expanded.clone(), key.publicKey);
  }

  /** Makes a key of fresh random bytes. */
  public static PrivateKey generate(KeyAlgorithm algorithm, RandomSource random) {
    requirePrivateForm(algorithm);
    byte[] seed;
    if (algorithm.isSignature()) {
      seed = SignatureSchemes.named(algorithm.signatureScheme()).generatePrivateKey(random);
    } else {
      seed = new byte[KeyExpansion.seedBytes(algorithm)];
      random.fill(seed, 0, seed.length);
    }
    PrivateKey key = ofSeed(algorithm, seed);
    ConstantTime.wipe(seed);
    return key;
  }

  private static void requirePrivateForm(KeyAlgorithm algorithm) {
    if (algorithm.privateForm() == KeyAlgorithm.PrivateForm.NONE) {
      throw new CryptoException(
          "private keys of " + algorithm.standardName() + " have a state and no common encoding");
    }
  }

  private static CryptoException wrongLength(KeyAlgorithm algorithm, int length) {
    return new CryptoException(
        algorithm.standardName() + " has no private keys of " + length + " bytes in this form");
  }

  /** What the key is for. */
  public KeyAlgorithm algorithm() {
    return algorithm;
  }

  /** Whether the seed is there. */
  public boolean hasSeed() {
    return seed != null;
  }

  /**
   * A copy of the seed.
   *
   * @throws CryptoException if only the expanded form is there
   */
  public byte[] seed() {
    if (seed == null) {
      throw new CryptoException("the key came without its seed");
    }
    return seed.clone();
  }

  /** A copy of the expanded form, which is computed if it is not there. */
  public byte[] expanded() {
    return expanded != null ? expanded.clone() : KeyExpansion.expand(algorithm, seed);
  }

  /** A copy of the form that schemes sign with: the seed, or what is there instead. */
  byte[] signingForm() {
    return seed != null ? seed.clone() : expanded.clone();
  }

  /** Signs a message with the key's scheme; see {@link edgex.crypto.signature.SignatureScheme}. */
  public byte[] sign(byte[] message, byte[] context, RandomSource random) {
    if (!algorithm.isSignature()) {
      throw new CryptoException(algorithm.standardName() + " does not sign");
    }
    byte[] form = signingForm();
    try {
      return SignatureSchemes.named(algorithm.signatureScheme())
          .sign(form, message, context, random);
    } finally {
      ConstantTime.wipe(form);
    }
  }

  /**
   * The public key.
   *
   * @throws CryptoException if it is not known: an expanded ML-DSA key came without it
   */
  public PublicKey publicKey() {
    if (publicKey == null) {
      throw new CryptoException("the key came without its seed and its public key");
    }
    return publicKey;
  }

  /** Whether the public key is known. */
  public boolean hasPublicKey() {
    return publicKey != null;
  }

  /**
   * The key as DER, without the public key. For algorithms with one form it is {@link Form#SEED}.
   */
  public byte[] encode(Form form) {
    return PrivateKeyDer.encode(this, Objects.requireNonNull(form));
  }

  /**
   * A key of DER.
   *
   * @throws CryptoException if it is not one, if it contradicts itself, or if it is of an algorithm
   *     that is not known
   */
  public static PrivateKey decode(byte[] encoded) {
    return PrivateKeyDer.decode(encoded);
  }

  /** Forgets the key. */
  public void wipe() {
    if (seed != null) {
      ConstantTime.wipe(seed);
    }
    if (expanded != null) {
      ConstantTime.wipe(expanded);
    }
  }

  /** Bytes of a seed of an algorithm, for who makes keys of derived bytes. */
  public static int seedBytes(KeyAlgorithm algorithm) {
    requirePrivateForm(algorithm);
    return KeyExpansion.seedBytes(algorithm);
  }
}
