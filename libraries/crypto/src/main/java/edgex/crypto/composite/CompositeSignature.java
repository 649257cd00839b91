package edgex.crypto.composite;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.curve25519.Ed25519;
import edgex.crypto.hash.Sha2;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * MLDSA65-Ed25519-SHA512 (draft-ietf-lamps-pq-composite-sigs): an ML-DSA-65 and an Ed25519
 * signature of the same text, valid if both are. Keys and signatures lie one behind the other,
 * ML-DSA first; ML-DSA's private key is its seed.
 *
 * <pre>
 *   text signed:  prefix | label | length of context | context | SHA-512(message)
 * </pre>
 */
public final class CompositeSignature {
  /** The draft's name of the pair. */
  public static final String NAME = "MLDSA65-Ed25519-SHA512";

  private static final MlDsaParameters LATTICE = MlDsaParameters.ML_DSA_65;
  private static final int SEED_BYTES = MlDsaParameters.SEED_BYTES;

  /** Bytes of a private key. */
  public static final int PRIVATE_KEY_BYTES = SEED_BYTES + Ed25519.PRIVATE_KEY_BYTES;

  /** Bytes of a public key. */
  public static final int PUBLIC_KEY_BYTES = LATTICE.publicKeyBytes() + Ed25519.PUBLIC_KEY_BYTES;

  /** Bytes of a signature. */
  public static final int SIGNATURE_BYTES = LATTICE.signatureBytes() + Ed25519.SIGNATURE_BYTES;

  private static final int MAXIMUM_CONTEXT_BYTES = 255;
  private static final byte[] PREFIX =
      "CompositeAlgorithmSignatures2025".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LABEL =
      "COMPSIG-MLDSA65-Ed25519-SHA512".getBytes(StandardCharsets.US_ASCII);

  private final MlDsaKeyGenerator generator = new MlDsaKeyGenerator(LATTICE);
  private final MlDsaSigner signer = new MlDsaSigner(LATTICE);
  private final MlDsaVerifier verifier = new MlDsaVerifier(LATTICE);
  private final Ed25519 curve = new Ed25519();
  private final Sha2 hash = Sha2.sha512();
  private final byte[] latticeKey = new byte[LATTICE.privateKeyBytes()];
  private final byte[] latticePublicKey = new byte[LATTICE.publicKeyBytes()];

  /** Allocates all the memory that the operations need. */
  public CompositeSignature() {}

  /** Makes a key pair from fresh random bytes. */
  public void generateKeys(RandomSource random, byte[] publicKey, byte[] privateKey) {
    Objects.checkFromIndexSize(0, PUBLIC_KEY_BYTES, publicKey.length);
    Objects.checkFromIndexSize(0, PRIVATE_KEY_BYTES, privateKey.length);
    random.fill(privateKey, 0, PRIVATE_KEY_BYTES);
    derivePublicKey(privateKey, publicKey);
  }

  /** Writes the public key of a private key. */
  public void derivePublicKey(byte[] privateKey, byte[] publicKey) {
    Objects.checkFromIndexSize(0, PRIVATE_KEY_BYTES, privateKey.length);
    Objects.checkFromIndexSize(0, PUBLIC_KEY_BYTES, publicKey.length);
    generator.generate(privateKey, 0, publicKey, 0, latticeKey, 0);
    curve.derivePublicKey(privateKey, SEED_BYTES, publicKey, LATTICE.publicKeyBytes());
    ConstantTime.wipe(latticeKey);
  }

  /**
   * Signs a message.
   *
   * @param signature gets {@link #SIGNATURE_BYTES} bytes
   * @throws CryptoException if the private key or the context has a wrong length; the output is
   *     zeroed
   */
  public void sign(
      byte[] privateKey, byte[] message, byte[] context, RandomSource random, byte[] signature) {
    Objects.checkFromIndexSize(0, SIGNATURE_BYTES, signature.length);
    if (privateKey.length != PRIVATE_KEY_BYTES || context.length > MAXIMUM_CONTEXT_BYTES) {
      Arrays.fill(signature, (byte) 0);
      throw new CryptoException("a composite key has 64 bytes, a context at most 255");
    }
    byte[] text = text(message, context);
    generator.generate(privateKey, 0, latticePublicKey, 0, latticeKey, 0);
    signer.load(latticeKey, 0, latticeKey.length);
    signer.sign(text, 0, text.length, LABEL, random, signature, 0);
    curve.sign(privateKey, SEED_BYTES, text, 0, text.length, signature, LATTICE.signatureBytes());
    signer.wipe();
    ConstantTime.wipe(latticeKey);
  }

  /** Whether a signature of a message is valid: both halves are. */
  public boolean verify(byte[] publicKey, byte[] message, byte[] context, byte[] signature) {
    if (publicKey.length != PUBLIC_KEY_BYTES
        || signature.length != SIGNATURE_BYTES
        || context.length > MAXIMUM_CONTEXT_BYTES) {
      return false;
    }
    byte[] text = text(message, context);
    byte[] latticeHalf = Arrays.copyOf(signature, LATTICE.signatureBytes());
    return verifier.verify(publicKey, text, 0, text.length, LABEL, latticeHalf)
        && curve.verify(
            publicKey,
            LATTICE.publicKeyBytes(),
            text,
            0,
            text.length,
            signature,
            LATTICE.signatureBytes(),
            Ed25519.SIGNATURE_BYTES);
  }

  private byte[] text(byte[] message, byte[] context) {
    int contextAt = PREFIX.length + LABEL.length + 1;
    byte[] text = Arrays.copyOf(PREFIX, contextAt + context.length + hash.digestBytes());
    System.arraycopy(LABEL, 0, text, PREFIX.length, LABEL.length);
    text[contextAt - 1] = (byte) context.length;
    System.arraycopy(context, 0, text, contextAt, context.length);
    hash.update(message, 0, message.length);
    hash.digest(text, contextAt + context.length);
    return text;
  }
}
