package edgex.crypto.mlkem;

import static edgex.crypto.primitive.MlKemPrimitive.COEFFICIENTS;

import edgex.crypto.ConstantTime;
import edgex.crypto.mlkem.MatrixExpansion.Order;
import edgex.crypto.primitive.MlKemPrimitive;
import java.util.Arrays;

/**
 * K-PKE, the encryption inside ML-KEM (FIPS 203, section 5). Not secure on its own.
 *
 * <p>Working memory: the matrix A; small polynomials (secret vector first); a vector; a polynomial.
 */
final class PublicKeyEncryption {
  private static final int POLYNOMIAL_BYTES = MlKemParameters.POLYNOMIAL_BYTES;

  private final int rank;
  private final int secretEta;
  private final int vectorBits;
  private final int scalarBits;
  private final MatrixExpansion expansion = new MatrixExpansion();
  private final short[] matrix;
  private final short[] small;
  private final short[] vector;
  private final short[] polynomial = new short[COEFFICIENTS];

  PublicKeyEncryption(MlKemParameters parameters) {
    rank = parameters.rank();
    secretEta = parameters.secretEta();
    vectorBits = parameters.vectorBits();
    scalarBits = parameters.scalarBits();
    matrix = new short[rank * rank * COEFFICIENTS];
    small = new short[(2 * rank + 1) * COEFFICIENTS];
    vector = new short[rank * COEFFICIENTS];
  }

  /**
   * Algorithm 13, from its line 3.
   *
   * @param seeds rho, which is public, then sigma, 32 bytes each
   * @param publicKey receives the encoded vector t, then rho
   * @param secretKey receives the encoded vector s
   */
  void generateKeys(
      byte[] seeds, byte[] publicKey, int publicOffset, byte[] secretKey, int secretOffset) {
    expansion.matrix(seeds, 0, rank, Order.ROWS, matrix, 0);
    expansion.noise(seeds, 32, 2 * rank, 2 * rank, secretEta, small);
    for (int i = 0; i < 2 * rank; i++) {
      MlKemPrimitive.transform(small, i * COEFFICIENTS);
    }
    for (int i = 0; i < rank; i++) {
      int row = i * rank * COEFFICIENTS;
      MlKemPrimitive.multiply(polynomial, 0, matrix, row, small, 0, rank);
      MlKemPrimitive.scaleAndAdd(polynomial, 0, small, (rank + i) * COEFFICIENTS);
      int at = i * POLYNOMIAL_BYTES;
      MlKemPrimitive.encode(polynomial, 0, 12, publicKey, publicOffset + at);
      MlKemPrimitive.encode(small, i * COEFFICIENTS, 12, secretKey, secretOffset + at);
    }
    System.arraycopy(seeds, 0, publicKey, publicOffset + rank * POLYNOMIAL_BYTES, 32);
    wipe();
  }

  /**
   * Algorithm 14: encrypts 32 bytes with given randomness. The key must have passed {@link
   * #isCanonical}.
   */
  void encrypt(
      byte[] publicKey,
      int publicOffset,
      byte[] message,
      int messageOffset,
      byte[] randomness,
      int randomnessOffset,
      byte[] ciphertext,
      int offset) {
    int seedOffset = publicOffset + rank * POLYNOMIAL_BYTES;
    expansion.matrix(publicKey, seedOffset, rank, Order.COLUMNS, matrix, 0);
    expansion.noise(randomness, randomnessOffset, 2 * rank + 1, rank, secretEta, small);
    for (int i = 0; i < rank; i++) {
      MlKemPrimitive.transform(small, i * COEFFICIENTS);
    }
    int next = offset;
    for (int i = 0; i < rank; i++) {
      int row = i * rank * COEFFICIENTS;
      MlKemPrimitive.multiply(polynomial, 0, matrix, row, small, 0, rank);
      MlKemPrimitive.inverseTransform(polynomial, 0);
      MlKemPrimitive.add(polynomial, 0, small, (rank + i) * COEFFICIENTS);
      MlKemPrimitive.encode(polynomial, 0, vectorBits, ciphertext, next);
      next += 32 * vectorBits;
    }
    decodeVector(publicKey, publicOffset);
    MlKemPrimitive.multiply(polynomial, 0, vector, 0, small, 0, rank);
    MlKemPrimitive.inverseTransform(polynomial, 0);
    MlKemPrimitive.add(polynomial, 0, small, 2 * rank * COEFFICIENTS);
    MlKemPrimitive.decode(message, messageOffset, 1, small, 0);
    MlKemPrimitive.add(polynomial, 0, small, 0);
    MlKemPrimitive.encode(polynomial, 0, scalarBits, ciphertext, next);
    wipe();
  }

  /** Algorithm 15: decrypts 32 bytes. */
  void decrypt(
      byte[] secretKey,
      int secretOffset,
      byte[] ciphertext,
      int ciphertextOffset,
      byte[] message,
      int offset) {
    int next = ciphertextOffset;
    for (int i = 0; i < rank; i++) {
      MlKemPrimitive.decode(ciphertext, next, vectorBits, small, i * COEFFICIENTS);
      MlKemPrimitive.transform(small, i * COEFFICIENTS);
      next += 32 * vectorBits;
    }
    decodeVector(secretKey, secretOffset);
    MlKemPrimitive.multiply(polynomial, 0, vector, 0, small, 0, rank);
    MlKemPrimitive.inverseTransform(polynomial, 0);
    MlKemPrimitive.decode(ciphertext, next, scalarBits, small, 0);
    MlKemPrimitive.subtractFrom(polynomial, 0, small, 0);
    MlKemPrimitive.encode(polynomial, 0, 1, message, offset);
    wipe();
  }

  /** Whether every coefficient of an encoded vector is below the modulus (section 7.2). */
  boolean isCanonical(byte[] publicKey, int offset) {
    decodeVector(publicKey, offset);
    int tooLarge = 0;
    for (short coefficient : vector) {
      tooLarge |= MlKemPrimitive.MODULUS - 1 - coefficient;
    }
    return tooLarge >= 0;
  }

  private void decodeVector(byte[] encoded, int offset) {
    for (int i = 0; i < rank; i++) {
      MlKemPrimitive.decode(encoded, offset + i * POLYNOMIAL_BYTES, 12, vector, i * COEFFICIENTS);
    }
  }

  private void wipe() {
    ConstantTime.wipe(small);
    ConstantTime.wipe(vector);
    Arrays.fill(polynomial, (short) 0);
  }
}
