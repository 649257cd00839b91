package edgex.crypto.mlkem;

/** The parameter sets of FIPS 203, table 2, and the sizes that follow from them (table 3). */
public enum MlKemParameters {
  ML_KEM_512("ML-KEM-512", 2, 3, 10, 4),
  ML_KEM_768("ML-KEM-768", 3, 2, 10, 4),
  ML_KEM_1024("ML-KEM-1024", 4, 2, 11, 5);

  /** Bytes of the shared secret and of the randomness of an encapsulation. */
  public static final int SECRET_BYTES = 32;

  /** Bytes of a private key in the form of its seed: d, then z. */
  public static final int SEED_BYTES = 64;

  /** Bytes of a polynomial with 12 bits a coefficient. */
  static final int POLYNOMIAL_BYTES = 384;

  private final String standardName;
  private final int rank;
  private final int secretEta;
  private final int vectorBits;
  private final int scalarBits;

  MlKemParameters(String standardName, int rank, int secretEta, int vectorBits, int scalarBits) {
    this.standardName = standardName;
    this.rank = rank;
    this.secretEta = secretEta;
    this.vectorBits = vectorBits;
    this.scalarBits = scalarBits;
  }

  /** For example {@code ML-KEM-768}. */
  public String standardName() {
    return standardName;
  }

  /** Polynomials of a vector: k. */
  int rank() {
    return rank;
  }

  /** Width of the distribution of secrets: eta 1; eta 2 is 2 in every set. */
  int secretEta() {
    return secretEta;
  }

  /** Bits of a coefficient of the ciphertext's vector: d u. */
  int vectorBits() {
    return vectorBits;
  }

  /** Bits of a coefficient of the ciphertext's last polynomial: d v. */
  int scalarBits() {
    return scalarBits;
  }

  /** Bytes of an encapsulation key, the public one. */
  public int encapsulationKeyBytes() {
    return POLYNOMIAL_BYTES * rank + 32;
  }

  /** Bytes of a decapsulation key: secret vector, encapsulation key, its hash, z. */
  public int decapsulationKeyBytes() {
    return POLYNOMIAL_BYTES * rank + encapsulationKeyBytes() + 64;
  }

  /** Bytes of a ciphertext. */
  public int ciphertextBytes() {
    return 32 * (vectorBits * rank + scalarBits);
  }

  /**
   * The set of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MlKemParameters named(String name) {
    for (MlKemParameters parameters : values()) {
      if (parameters.standardName.equals(name)) {
        return parameters;
      }
    }
    throw new IllegalArgumentException("no parameter set " + name);
  }
}
