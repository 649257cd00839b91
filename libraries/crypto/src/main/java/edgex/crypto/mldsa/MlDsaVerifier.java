package edgex.crypto.mldsa;

import static edgex.crypto.mldsa.MlDsaParameters.HIGH_BYTES;
import static edgex.crypto.mldsa.MlDsaParameters.REPRESENTATIVE_BYTES;
import static edgex.crypto.primitive.MlDsaPrimitive.COEFFICIENTS;

import edgex.crypto.ConstantTime;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.primitive.MlDsaPrimitive;
import java.util.Arrays;
import java.util.Objects;

/**
 * ML-DSA verification (FIPS 204, algorithms 3, 5 and 8), with its working memory of about 20 KiB.
 * Everything here is public, so nothing needs constant time.
 */
public final class MlDsaVerifier {
  private final MlDsaParameters parameters;
  private final MatrixStream matrix;
  private final Challenge challenge = new Challenge();
  private final Hints hints;
  private final MessageRepresentative representative = new MessageRepresentative();
  private final Sponge hash = Sponge.shake(256);
  private final int[] response;
  private final int[] challengePolynomial = new int[COEFFICIENTS];
  private final int[] row = new int[COEFFICIENTS];
  private final int[] product = new int[COEFFICIENTS];
  private final byte[] rowHints = new byte[COEFFICIENTS];
  private final byte[] packedRow;
  private final byte[] messageHash = new byte[REPRESENTATIVE_BYTES];
  private final byte[] expected;

  /** Allocates all the memory that verification needs. */
  public MlDsaVerifier(MlDsaParameters parameters) {
    this.parameters = parameters;
    matrix = new MatrixStream(parameters);
    hints = new Hints(parameters);
    response = new int[parameters.columns() * COEFFICIENTS];
    packedRow = new byte[32 * parameters.commitmentBits()];
    expected = new byte[parameters.challengeBytes()];
  }

  /** Whether a signature of a whole message is valid. */
  public boolean verify(
      byte[] publicKey, byte[] message, int offset, int length, byte[] context, byte[] signature) {
    representative.startPure(parameters, publicKey, 0, context);
    representative.update(message, offset, length);
    representative.finish(messageHash, 0);
    return verifyRepresentative(publicKey, 0, messageHash, 0, signature, 0, signature.length);
  }

  /** Whether a signature of a message's digest is valid (HashML-DSA). */
  public boolean verifyPreHash(
      byte[] publicKey, HashAlgorithm algorithm, byte[] digest, byte[] context, byte[] signature) {
    representative.startPreHash(parameters, publicKey, 0, context, algorithm);
    representative.update(digest, 0, digest.length);
    representative.finish(messageHash, 0);
    return verifyRepresentative(publicKey, 0, messageHash, 0, signature, 0, signature.length);
  }

  /**
   * Whether a signature of a message representative, which {@link MessageRepresentative} made, is
   * valid.
   *
   * @throws IndexOutOfBoundsException if the key is shorter than the set's
   */
  public boolean verifyRepresentative(
      byte[] publicKey,
      int keyOffset,
      byte[] messageRepresentative,
      int representativeOffset,
      byte[] signature,
      int signatureOffset,
      int signatureLength) {
    Objects.checkFromIndexSize(keyOffset, parameters.publicKeyBytes(), publicKey.length);
    Objects.checkFromIndexSize(signatureOffset, signatureLength, signature.length);
    int hintOffset = signatureOffset + parameters.hintOffset();
    if (signatureLength != parameters.signatureBytes()
        || !hints.isCanonical(signature, hintOffset)
        || !readResponse(signature, signatureOffset + parameters.challengeBytes())) {
      return false;
    }
    challenge.sample(
        signature,
        signatureOffset,
        parameters.challengeBytes(),
        parameters.challengeOnes(),
        challengePolynomial,
        0);
    MlDsaPrimitive.transform(challengePolynomial, 0);
    hash.update(messageRepresentative, representativeOffset, REPRESENTATIVE_BYTES);
    matrix.start(publicKey, keyOffset);
    for (int i = 0; i < parameters.rows(); i++) {
      computeRow(publicKey, keyOffset + 32 + i * HIGH_BYTES);
      hints.decodeRow(i, signature, hintOffset, rowHints);
      MlDsaPrimitive.useHint(row, 0, parameters.gamma(), rowHints);
      MlDsaPrimitive.pack(row, 0, parameters.commitmentBits(), packedRow, 0);
      hash.update(packedRow, 0, packedRow.length);
    }
    hash.squeeze(expected, 0, expected.length);
    hash.reset();
    return ConstantTime.equal(signature, signatureOffset, expected, 0, expected.length);
  }

  private boolean readResponse(byte[] signature, int offset) {
    int packedBytes = 32 * parameters.responseBits();
    for (int j = 0; j < parameters.columns(); j++) {
      MlDsaPrimitive.unpackDifference(
          signature,
          offset + j * packedBytes,
          parameters.responseBits(),
          parameters.maskBound(),
          response,
          j * COEFFICIENTS);
    }
    if (MlDsaPrimitive.reaches(
        response, 0, response.length, parameters.maskBound() - parameters.beta())) {
      return false;
    }
    for (int j = 0; j < parameters.columns(); j++) {
      MlDsaPrimitive.transform(response, j * COEFFICIENTS);
    }
    return true;
  }

  /** One row of A z - c t1 2^d, normalised. */
  private void computeRow(byte[] publicKey, int highOffset) {
    Arrays.fill(row, 0);
    for (int j = 0; j < parameters.columns(); j++) {
      int entry = matrix.advance();
      MlDsaPrimitive.multiplyAndAdd(
          row, 0, matrix.polynomials(), entry, response, j * COEFFICIENTS);
    }
    MlDsaPrimitive.unpack(publicKey, highOffset, 10, product, 0);
    MlDsaPrimitive.shiftLeft(product, 0);
    MlDsaPrimitive.transform(product, 0);
    MlDsaPrimitive.multiply(product, 0, product, 0, challengePolynomial, 0, 1);
    MlDsaPrimitive.subtract(row, 0, product, 0);
    MlDsaPrimitive.reduce(row, 0, COEFFICIENTS);
    MlDsaPrimitive.inverseTransform(row, 0);
    MlDsaPrimitive.normalise(row, 0, COEFFICIENTS);
  }
}
