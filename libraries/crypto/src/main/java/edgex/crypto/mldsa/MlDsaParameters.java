package edgex.crypto.mldsa;

import static edgex.crypto.primitive.MlDsaPrimitive.DROPPED_BITS;
import static edgex.crypto.primitive.MlDsaPrimitive.MODULUS;

/** The parameter sets of FIPS 204, table 1, and the sizes that follow from them (table 2). */
public enum MlDsaParameters {
  ML_DSA_44("ML-DSA-44", 4, 4, 2, 39, 128, 17, (MODULUS - 1) / 88, 80),
  ML_DSA_65("ML-DSA-65", 6, 5, 4, 49, 192, 19, (MODULUS - 1) / 32, 55),
  ML_DSA_87("ML-DSA-87", 8, 7, 2, 60, 256, 19, (MODULUS - 1) / 32, 75);

  /** Bytes of a seed, from which a key pair is made. */
  public static final int SEED_BYTES = 32;

  /** Bytes of a message representative. */
  public static final int REPRESENTATIVE_BYTES = 64;

  /** Bytes of the randomness of a signature. */
  public static final int RANDOMNESS_BYTES = 32;

  /** Bytes of a packed polynomial of t's high part: 10 bits a coefficient. */
  static final int HIGH_BYTES = 320;

  /** Bytes of a packed polynomial of t's low part: 13 bits a coefficient. */
  static final int LOW_BYTES = 32 * DROPPED_BITS;

  private final String standardName;
  private final int rows;
  private final int columns;
  private final int eta;
  private final int challengeOnes;
  private final int strengthBits;
  private final int maskBits;
  private final int gamma;
  private final int maximumHints;

  MlDsaParameters(
      String standardName,
      int rows,
      int columns,
      int eta,
      int challengeOnes,
      int strengthBits,
      int maskBits,
      int gamma,
      int maximumHints) {
    this.standardName = standardName;
    this.rows = rows;
    this.columns = columns;
    this.eta = eta;
    this.challengeOnes = challengeOnes;
    this.strengthBits = strengthBits;
    this.maskBits = maskBits;
    this.gamma = gamma;
    this.maximumHints = maximumHints;
  }

  /** For example {@code ML-DSA-65}. */
  public String standardName() {
    return standardName;
  }

  /** Rows of the matrix: k. */
  int rows() {
    return rows;
  }

  /** Columns of the matrix: l. */
  int columns() {
    return columns;
  }

  /** Largest magnitude of a secret coefficient. */
  int eta() {
    return eta;
  }

  /** Bits of a packed secret coefficient. */
  int etaBits() {
    return eta == 2 ? 3 : 4;
  }

  /** Bytes of a packed secret polynomial. */
  int smallBytes() {
    return 32 * etaBits();
  }

  /** Coefficients of the challenge that are not 0: tau. */
  int challengeOnes() {
    return challengeOnes;
  }

  /** Largest magnitude of a challenge times a secret: beta. */
  int beta() {
    return challengeOnes * eta;
  }

  /** Bytes of the commitment's hash. */
  int challengeBytes() {
    return strengthBits / 4;
  }

  /** Bound of the mask: gamma 1. */
  int maskBound() {
    return 1 << maskBits;
  }

  /** Bits of a packed coefficient of the mask and of the response. */
  int responseBits() {
    return maskBits + 1;
  }

  /** Half the distance of high parts: gamma 2. */
  int gamma() {
    return gamma;
  }

  /** Bits of a packed high part. */
  int commitmentBits() {
    return gamma == (MODULUS - 1) / 88 ? 6 : 4;
  }

  /** Most hints in a signature: omega. */
  int maximumHints() {
    return maximumHints;
  }

  /** Where the hints begin in a signature. */
  int hintOffset() {
    return challengeBytes() + columns * 32 * responseBits();
  }

  /** Bytes of a public key: seed of the matrix, high part of t. */
  public int publicKeyBytes() {
    return 32 + HIGH_BYTES * rows;
  }

  /** Bytes of a private key: two seeds, hash of the public key, two secret vectors, rest of t. */
  public int privateKeyBytes() {
    return 128 + (rows + columns) * smallBytes() + LOW_BYTES * rows;
  }

  /** Bytes of a signature: challenge, response, hints. */
  public int signatureBytes() {
    return hintOffset() + maximumHints + rows;
  }

  /**
   * The set of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MlDsaParameters named(String name) {
    for (MlDsaParameters parameters : values()) {
      if (parameters.standardName.equals(name)) {
        return parameters;
      }
    }
    throw new IllegalArgumentException("no parameter set " + name);
  }
}
