package edgex.crypto.policy;

import edgex.crypto.CryptoException;

/**
 * The table: every algorithm of this library, how strong it is and where it stands. Retiring one is
 * the change of one word in one line; {@link AlgorithmPolicy} is what callers ask.
 *
 * <p>Columns: name, purpose, bits of strength against today's computers, NIST's category of
 * strength against quantum computers (0: none), status, and whether CNSA 2.0 has it.
 */
public enum Algorithm {
  ML_KEM_512("ML-KEM-512", Purpose.KEY_ENCAPSULATION, 128, 1, Status.ALLOWED, Cnsa.NO),
  ML_KEM_768("ML-KEM-768", Purpose.KEY_ENCAPSULATION, 192, 3, Status.ALLOWED, Cnsa.NO),
  ML_KEM_1024("ML-KEM-1024", Purpose.KEY_ENCAPSULATION, 256, 5, Status.ALLOWED, Cnsa.YES),
  X_WING("X-Wing", Purpose.KEY_ENCAPSULATION, 128, 3, Status.ALLOWED, Cnsa.NO),
  X25519_ML_KEM_768("X25519MLKEM768", Purpose.KEY_ENCAPSULATION, 128, 3, Status.ALLOWED, Cnsa.NO),
  P256_ML_KEM_768("SecP256r1MLKEM768", Purpose.KEY_ENCAPSULATION, 128, 3, Status.ALLOWED, Cnsa.NO),
  ML_DSA_44("ML-DSA-44", Purpose.SIGNATURE, 128, 2, Status.ALLOWED, Cnsa.NO),
  ML_DSA_65("ML-DSA-65", Purpose.SIGNATURE, 192, 3, Status.ALLOWED, Cnsa.NO),
  ML_DSA_87("ML-DSA-87", Purpose.SIGNATURE, 256, 5, Status.ALLOWED, Cnsa.YES),
  COMPOSITE("MLDSA65-Ed25519-SHA512", Purpose.SIGNATURE, 128, 3, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHA2_128S("SLH-DSA-SHA2-128s", Purpose.SIGNATURE, 128, 1, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHA2_128F("SLH-DSA-SHA2-128f", Purpose.SIGNATURE, 128, 1, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHA2_192S("SLH-DSA-SHA2-192s", Purpose.SIGNATURE, 192, 3, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHA2_192F("SLH-DSA-SHA2-192f", Purpose.SIGNATURE, 192, 3, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHA2_256S("SLH-DSA-SHA2-256s", Purpose.SIGNATURE, 256, 5, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHA2_256F("SLH-DSA-SHA2-256f", Purpose.SIGNATURE, 256, 5, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHAKE_128S("SLH-DSA-SHAKE-128s", Purpose.SIGNATURE, 128, 1, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHAKE_128F("SLH-DSA-SHAKE-128f", Purpose.SIGNATURE, 128, 1, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHAKE_192S("SLH-DSA-SHAKE-192s", Purpose.SIGNATURE, 192, 3, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHAKE_192F("SLH-DSA-SHAKE-192f", Purpose.SIGNATURE, 192, 3, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHAKE_256S("SLH-DSA-SHAKE-256s", Purpose.SIGNATURE, 256, 5, Status.ALLOWED, Cnsa.NO),
  SLH_DSA_SHAKE_256F("SLH-DSA-SHAKE-256f", Purpose.SIGNATURE, 256, 5, Status.ALLOWED, Cnsa.NO),
  HSS("HSS-LMS", Purpose.SIGNATURE, 192, 3, Status.ALLOWED, Cnsa.YES),
  XMSS("XMSS", Purpose.SIGNATURE, 192, 3, Status.ALLOWED, Cnsa.YES),
  XMSS_MT("XMSSMT", Purpose.SIGNATURE, 192, 3, Status.ALLOWED, Cnsa.YES),
  ED25519("Ed25519", Purpose.SIGNATURE, 128, 0, Status.ALLOWED, Cnsa.NO),
  ECDSA_P256("ECDSA-P256-SHA256", Purpose.SIGNATURE, 128, 0, Status.READ_ONLY, Cnsa.NO),
  X25519("X25519", Purpose.KEY_AGREEMENT, 128, 0, Status.READ_ONLY, Cnsa.NO),
  ECDH_P256("ECDH-P256", Purpose.KEY_AGREEMENT, 128, 0, Status.READ_ONLY, Cnsa.NO),
  AES_128_GCM("AES-128-GCM", Purpose.AUTHENTICATED_CIPHER, 128, 1, Status.READ_ONLY, Cnsa.NO),
  AES_256_GCM("AES-256-GCM", Purpose.AUTHENTICATED_CIPHER, 256, 5, Status.ALLOWED, Cnsa.YES),
  AES_256_GCM_SIV("AES-256-GCM-SIV", Purpose.AUTHENTICATED_CIPHER, 256, 5, Status.ALLOWED, Cnsa.NO),
  CHACHA("ChaCha20-Poly1305", Purpose.AUTHENTICATED_CIPHER, 256, 5, Status.ALLOWED, Cnsa.NO),
  XCHACHA("XChaCha20-Poly1305", Purpose.AUTHENTICATED_CIPHER, 256, 5, Status.ALLOWED, Cnsa.NO),
  AES_256_XTS("AES-256-XTS", Purpose.SECTOR_CIPHER, 256, 5, Status.ALLOWED, Cnsa.YES),
  AES_256_KWP("AES-256-KWP", Purpose.AUTHENTICATED_CIPHER, 256, 5, Status.ALLOWED, Cnsa.YES),
  SHA_256("SHA-256", Purpose.HASH, 128, 2, Status.ALLOWED, Cnsa.NO),
  SHA_384("SHA-384", Purpose.HASH, 192, 4, Status.ALLOWED, Cnsa.YES),
  SHA_512("SHA-512", Purpose.HASH, 256, 5, Status.ALLOWED, Cnsa.YES),
  SHA3_256("SHA3-256", Purpose.HASH, 128, 2, Status.ALLOWED, Cnsa.NO),
  SHA3_384("SHA3-384", Purpose.HASH, 192, 4, Status.ALLOWED, Cnsa.YES),
  SHA3_512("SHA3-512", Purpose.HASH, 256, 5, Status.ALLOWED, Cnsa.YES),
  SHAKE_256("SHAKE256", Purpose.EXTENDABLE_OUTPUT, 256, 5, Status.ALLOWED, Cnsa.NO),
  BLAKE2B("BLAKE2b", Purpose.HASH, 256, 5, Status.ALLOWED, Cnsa.NO),
  HMAC_SHA_256("HMAC-SHA-256", Purpose.AUTHENTICATION_CODE, 256, 5, Status.ALLOWED, Cnsa.NO),
  HMAC_SHA_384("HMAC-SHA-384", Purpose.AUTHENTICATION_CODE, 384, 5, Status.ALLOWED, Cnsa.YES),
  KMAC_256("KMAC256", Purpose.AUTHENTICATION_CODE, 256, 5, Status.ALLOWED, Cnsa.NO),
  HKDF_SHA_256("HKDF-SHA-256", Purpose.KEY_DERIVATION, 256, 5, Status.ALLOWED, Cnsa.NO),
  HKDF_SHA_384("HKDF-SHA-384", Purpose.KEY_DERIVATION, 256, 5, Status.ALLOWED, Cnsa.YES),
  ARGON2ID("Argon2id", Purpose.KEY_DERIVATION, 256, 5, Status.ALLOWED, Cnsa.NO),
  HMAC_DRBG("HMAC_DRBG", Purpose.RANDOM, 256, 5, Status.ALLOWED, Cnsa.YES),
  CTR_DRBG("CTR_DRBG", Purpose.RANDOM, 256, 5, Status.ALLOWED, Cnsa.YES);

  /** Whether the NSA's Commercial National Security Algorithm Suite 2.0 has an algorithm. */
  enum Cnsa {
    YES,
    NO
  }

  private final String standardName;
  private final Purpose purpose;
  private final int classicalBits;
  private final int quantumCategory;
  private final Status status;
  private final Cnsa cnsa;

  Algorithm(
      String standardName,
      Purpose purpose,
      int classicalBits,
      int quantumCategory,
      Status status,
      Cnsa cnsa) {
    this.standardName = standardName;
    this.purpose = purpose;
    this.classicalBits = classicalBits;
    this.quantumCategory = quantumCategory;
    this.status = status;
    this.cnsa = cnsa;
  }

  /** For example {@code ML-DSA-65}. */
  public String standardName() {
    return standardName;
  }

  /** What it does. */
  public Purpose purpose() {
    return purpose;
  }

  /** Bits of strength against computers of today. */
  public int classicalBits() {
    return classicalBits;
  }

  /** NIST's category, 1 to 5, or 0 for what a quantum computer breaks. */
  public int quantumCategory() {
    return quantumCategory;
  }

  /** Where it stands in the default profile. */
  public Status status() {
    return status;
  }

  boolean isCnsa() {
    return cnsa == Cnsa.YES;
  }

  /**
   * The algorithm of a name.
   *
   * @throws CryptoException if there is none: what the table does not know is not allowed
   */
  public static Algorithm named(String name) {
    for (Algorithm algorithm : values()) {
      if (algorithm.standardName.equals(name)) {
        return algorithm;
      }
    }
    throw new CryptoException("there is no algorithm " + name);
  }
}
