package edgex.crypto.encoding.key;

import edgex.crypto.CryptoException;
import edgex.crypto.composite.CompositeSignature;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.DerWriter;
import edgex.crypto.signature.SignatureSchemes;

/**
 * What a key is for, and how it is identified in DER. Sources: RFC 9881 (ML-DSA), RFC 9935
 * (ML-KEM), RFC 9909 (SLH-DSA), RFC 8410 (Edwards and Montgomery curves), RFC 5480 and 5915
 * (P-256), RFC 9802 (HSS, XMSS), draft-ietf-lamps-pq-composite-sigs.
 */
public enum KeyAlgorithm {
  ML_DSA_44("ML-DSA-44", Identifiers.NIST_SIGNATURES + "17", PrivateForm.CHOICE),
  ML_DSA_65("ML-DSA-65", Identifiers.NIST_SIGNATURES + "18", PrivateForm.CHOICE),
  ML_DSA_87("ML-DSA-87", Identifiers.NIST_SIGNATURES + "19", PrivateForm.CHOICE),
  ML_KEM_512("ML-KEM-512", Identifiers.NIST_KEMS + "1", PrivateForm.CHOICE),
  ML_KEM_768("ML-KEM-768", Identifiers.NIST_KEMS + "2", PrivateForm.CHOICE),
  ML_KEM_1024("ML-KEM-1024", Identifiers.NIST_KEMS + "3", PrivateForm.CHOICE),
  SLH_DSA_SHA2_128S("SLH-DSA-SHA2-128s", Identifiers.NIST_SIGNATURES + "20", PrivateForm.RAW),
  SLH_DSA_SHA2_128F("SLH-DSA-SHA2-128f", Identifiers.NIST_SIGNATURES + "21", PrivateForm.RAW),
  SLH_DSA_SHA2_192S("SLH-DSA-SHA2-192s", Identifiers.NIST_SIGNATURES + "22", PrivateForm.RAW),
  SLH_DSA_SHA2_192F("SLH-DSA-SHA2-192f", Identifiers.NIST_SIGNATURES + "23", PrivateForm.RAW),
  SLH_DSA_SHA2_256S("SLH-DSA-SHA2-256s", Identifiers.NIST_SIGNATURES + "24", PrivateForm.RAW),
  SLH_DSA_SHA2_256F("SLH-DSA-SHA2-256f", Identifiers.NIST_SIGNATURES + "25", PrivateForm.RAW),
  SLH_DSA_SHAKE_128S("SLH-DSA-SHAKE-128s", Identifiers.NIST_SIGNATURES + "26", PrivateForm.RAW),
  SLH_DSA_SHAKE_128F("SLH-DSA-SHAKE-128f", Identifiers.NIST_SIGNATURES + "27", PrivateForm.RAW),
  SLH_DSA_SHAKE_192S("SLH-DSA-SHAKE-192s", Identifiers.NIST_SIGNATURES + "28", PrivateForm.RAW),
  SLH_DSA_SHAKE_192F("SLH-DSA-SHAKE-192f", Identifiers.NIST_SIGNATURES + "29", PrivateForm.RAW),
  SLH_DSA_SHAKE_256S("SLH-DSA-SHAKE-256s", Identifiers.NIST_SIGNATURES + "30", PrivateForm.RAW),
  SLH_DSA_SHAKE_256F("SLH-DSA-SHAKE-256f", Identifiers.NIST_SIGNATURES + "31", PrivateForm.RAW),
  ED25519("Ed25519", "1.3.101.112", PrivateForm.INNER_OCTETS),
  X25519("X25519", "1.3.101.110", PrivateForm.INNER_OCTETS),
  P_256("P-256", "1.2.840.10045.2.1", PrivateForm.CURVE),
  COMPOSITE(CompositeSignature.NAME, "1.3.6.1.5.5.7.6.48", PrivateForm.RAW),
  HSS("HSS-LMS", "1.2.840.113549.1.9.16.3.17", PrivateForm.NONE),
  XMSS("XMSS", "1.3.6.1.5.5.7.6.34", PrivateForm.NONE),
  XMSS_MT("XMSSMT", "1.3.6.1.5.5.7.6.35", PrivateForm.NONE);

  /** How a private key lies inside of the OCTET STRING of OneAsymmetricKey. */
  enum PrivateForm {
    /** The seed as [0], the expanded key as OCTET STRING, or both as SEQUENCE. */
    CHOICE,
    /** The bytes themselves. */
    RAW,
    /** One more OCTET STRING. */
    INNER_OCTETS,
    /** ECPrivateKey. */
    CURVE,
    /** There is no common form: the key has a state. */
    NONE
  }

  /** Beginnings of identifiers, and those that are no key's. */
  private static final class Identifiers {
    static final String NIST_SIGNATURES = "2.16.840.1.101.3.4.3.";
    static final String NIST_KEMS = "2.16.840.1.101.3.4.4.";
    static final String PRIME256V1 = "1.2.840.10045.3.1.7";
    static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  }

  private final String standardName;
  private final String identifier;
  private final PrivateForm privateForm;

  KeyAlgorithm(String standardName, String identifier, PrivateForm privateForm) {
    this.standardName = standardName;
    this.identifier = identifier;
    this.privateForm = privateForm;
  }

  /** For example {@code ML-DSA-65}. */
  public String standardName() {
    return standardName;
  }

  /** The key's object identifier. */
  public String identifier() {
    return identifier;
  }

  PrivateForm privateForm() {
    return privateForm;
  }

  /** Whether keys of this algorithm sign. */
  public boolean isSignature() {
    return this != X25519 && !isLatticeKem();
  }

  /** The name of the signature scheme, as {@link SignatureSchemes} knows it. */
  public String signatureScheme() {
    return this == P_256 ? SignatureSchemes.ECDSA_P256 : standardName;
  }

  /** The object identifier of the key's signatures: the key's own, but for ECDSA. */
  public String signatureIdentifier() {
    return this == P_256 ? Identifiers.ECDSA_WITH_SHA256 : identifier;
  }

  boolean isLatticeKem() {
    return this == ML_KEM_512 || this == ML_KEM_768 || this == ML_KEM_1024;
  }

  /** Appends the AlgorithmIdentifier of a key. */
  void write(DerWriter output) {
    DerWriter content = new DerWriter().objectIdentifier(identifier);
    if (this == P_256) {
      content.objectIdentifier(Identifiers.PRIME256V1);
    }
    output.sequence(content);
  }

  /** Reads the AlgorithmIdentifier of a key. */
  static KeyAlgorithm read(DerReader input) {
    DerReader content = input.readInner(DerTag.SEQUENCE);
    String identifier = content.readObjectIdentifier();
    for (KeyAlgorithm algorithm : values()) {
      if (algorithm.identifier.equals(identifier)) {
        if (algorithm == P_256 && !Identifiers.PRIME256V1.equals(content.readObjectIdentifier())) {
          throw new CryptoException("keys of this curve are not supported, only of P-256");
        }
        content.requireEnd();
        return algorithm;
      }
    }
    throw new CryptoException("keys with the identifier " + identifier + " are not supported");
  }

  /** Appends the AlgorithmIdentifier of a signature. */
  public void writeSignature(DerWriter output) {
    output.sequence(new DerWriter().objectIdentifier(signatureIdentifier()));
  }

  /** Reads the AlgorithmIdentifier of a signature: the algorithm of the key that made it. */
  public static KeyAlgorithm readSignature(DerReader input) {
    DerReader content = input.readInner(DerTag.SEQUENCE);
    String identifier = content.readObjectIdentifier();
    content.requireEnd();
    for (KeyAlgorithm algorithm : values()) {
      if (algorithm.isSignature() && algorithm.signatureIdentifier().equals(identifier)) {
        return algorithm;
      }
    }
    throw new CryptoException("signatures with the identifier " + identifier + " are not known");
  }

  /**
   * The algorithm of a name.
   *
   * @throws CryptoException if there is none
   */
  public static KeyAlgorithm named(String name) {
    for (KeyAlgorithm algorithm : values()) {
      if (algorithm.standardName.equals(name)) {
        return algorithm;
      }
    }
    throw new CryptoException("there are no keys named " + name);
  }
}
