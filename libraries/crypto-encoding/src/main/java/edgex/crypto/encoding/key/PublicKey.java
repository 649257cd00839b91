package edgex.crypto.encoding.key;

import edgex.crypto.CryptoException;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.DerWriter;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.signature.SignatureSchemes;
import java.util.Arrays;

/**
 * A public key whose bytes are valid for its algorithm: of the right length, reduced, on the curve
 * and not of small order.
 *
 * <pre>
 *   SubjectPublicKeyInfo:  SEQUENCE { AlgorithmIdentifier, BIT STRING }
 * </pre>
 */
public final class PublicKey {
  private final KeyAlgorithm algorithm;
  private final byte[] bytes;

  /**
   * Takes the bytes that the algorithm's standard defines.
   *
   * @throws CryptoException if they are not a key
   */
  public PublicKey(KeyAlgorithm algorithm, byte[] bytes) {
    this.algorithm = algorithm;
    this.bytes = bytes.clone();
    if (!isValid(algorithm, this.bytes)) {
      throw new CryptoException("this is no public key of " + algorithm.standardName());
    }
  }

  private static boolean isValid(KeyAlgorithm algorithm, byte[] bytes) {
    if (algorithm.isSignature()) {
      return SignatureSchemes.named(algorithm.signatureScheme()).isPublicKey(bytes);
    }
    if (algorithm == KeyAlgorithm.X25519) {
      // Points of small order are refused where a secret would come of them.
      return bytes.length == X25519.KEY_BYTES;
    }
    return new MlKem(MlKemParameters.named(algorithm.standardName()))
        .isEncapsulationKey(bytes, 0, bytes.length);
  }

  /** What the key is for. */
  public KeyAlgorithm algorithm() {
    return algorithm;
  }

  /** The bytes that the algorithm's standard defines. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The key as DER. */
  public byte[] encode() {
    DerWriter content = new DerWriter();
    algorithm.write(content);
    return new DerWriter().sequence(content.bitString(bytes)).toBytes();
  }

  /**
   * A key of DER.
   *
   * @throws CryptoException if it is not one, or of an algorithm that is not known
   */
  public static PublicKey decode(byte[] encoded) {
    DerReader content = DerReader.ofWhole(encoded, DerTag.SEQUENCE);
    KeyAlgorithm algorithm = KeyAlgorithm.read(content);
    byte[] bytes = content.readBitString();
    content.requireEnd();
    return new PublicKey(algorithm, bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey key
        && key.algorithm == algorithm
        && Arrays.equals(key.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
