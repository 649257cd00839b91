package edgex.crypto.encoding.certificate;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.DerTime;
import edgex.crypto.encoding.key.KeyAlgorithm;
import edgex.crypto.encoding.key.PublicKey;
import java.util.Arrays;

/**
 * A certificate of version 3. That it was read says only that its form is right: {@link
 * ChainVerifier} says whether it can be trusted.
 *
 * <pre>
 *   Certificate:  SEQUENCE { TBSCertificate, AlgorithmIdentifier, BIT STRING signature }
 *   TBSCertificate:  SEQUENCE { [0] version, serial number, AlgorithmIdentifier, issuer,
 *                               SEQUENCE { notBefore, notAfter }, subject, SubjectPublicKeyInfo,
 *                               [3] extensions OPTIONAL }
 * </pre>
 */
public final class Certificate {
  private static final int VERSION_3 = 2;
  private static final int MAXIMUM_SERIAL_BYTES = 20;

  private final byte[] encoded;
  private final byte[] signedPart;
  private final KeyAlgorithm signatureAlgorithm;
  private final byte[] signature;
  private byte[] serialNumber;
  private DistinguishedName issuer;
  private DistinguishedName subject;
  private long notBefore;
  private long notAfter;
  private PublicKey publicKey;
  private Extensions extensions = Extensions.none();

  private Certificate(byte[] encoded) {
    this.encoded = encoded.clone();
    DerReader content = DerReader.ofWhole(this.encoded, DerTag.SEQUENCE);
    signedPart = content.readElement();
    signatureAlgorithm = KeyAlgorithm.readSignature(content);
    signature = content.readBitString();
    content.requireEnd();
    readSignedPart(DerReader.ofWhole(signedPart, DerTag.SEQUENCE));
  }

  /**
   * Reads a certificate.
   *
   * @throws CryptoException if it is not one, or has an algorithm or a version that is not known
   */
  public static Certificate decode(byte[] encoded) {
    return new Certificate(encoded);
  }

  private void readSignedPart(DerReader content) {
    if (!content.nextIs(DerTag.constructedContext(0))) {
      throw new CryptoException("a certificate of version 1, which has no extensions");
    }
    DerReader version = content.readInner(DerTag.constructedContext(0));
    if (version.readSmallInteger() != VERSION_3) {
      throw new CryptoException("a certificate of another version than 3");
    }
    version.requireEnd();
    serialNumber = content.readInteger();
    if (serialNumber.length > MAXIMUM_SERIAL_BYTES || serialNumber[0] < 0) {
      throw new CryptoException("a serial number that is negative or has more than 20 bytes");
    }
    if (KeyAlgorithm.readSignature(content) != signatureAlgorithm) {
      throw new CryptoException("a certificate that names two signature algorithms");
    }
    issuer = DistinguishedName.read(content);
    DerReader validity = content.readInner(DerTag.SEQUENCE);
    notBefore = DerTime.read(validity);
    notAfter = DerTime.read(validity);
    validity.requireEnd();
    subject = DistinguishedName.read(content);
    publicKey = PublicKey.decode(content.readElement());
    if (!content.atEnd()) {
      DerReader wrapped = content.readInner(DerTag.constructedContext(3));
      extensions = Extensions.read(wrapped);
      wrapped.requireEnd();
    }
    content.requireEnd();
  }

  /** The certificate as it came. */
  public byte[] encode() {
    return encoded.clone();
  }

  /** Algorithm of the key that signed the certificate. */
  public KeyAlgorithm signatureAlgorithm() {
    return signatureAlgorithm;
  }

  /** The serial number, most significant byte first. */
  public byte[] serialNumber() {
    return serialNumber.clone();
  }

  /** Who signed. */
  public DistinguishedName issuer() {
    return issuer;
  }

  /** Whose key it is. */
  public DistinguishedName subject() {
    return subject;
  }

  /** The first second at which it is valid, since 1970. */
  public long notBefore() {
    return notBefore;
  }

  /** The last second at which it is valid, since 1970. */
  public long notAfter() {
    return notAfter;
  }

  /** The subject's key. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /** Whether the key may be used in a way: whether the certificate says so or says nothing. */
  public boolean allows(KeyUsage usage) {
    return (extensions.keyUsage & usage.bit()) != 0;
  }

  /** The value of an extension that this library does not understand itself; null without it. */
  public byte[] extension(String identifier) {
    byte[] value = extensions.others.get(identifier);
    return value == null ? null : value.clone();
  }

  /** Whether the key may sign certificates. */
  public boolean isAuthority() {
    return extensions.isAuthority && allows(KeyUsage.CERTIFICATE_SIGNING);
  }

  /** Whether the key's owner is also the issuer. */
  boolean isSelfIssued() {
    return issuer.equals(subject);
  }

  Extensions extensions() {
    return extensions;
  }

  /** Whether a key has made the signature. */
  public boolean isSignedBy(PublicKey key) {
    return key.algorithm() == signatureAlgorithm
        && CertificateSignatures.verify(key, signedPart, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Certificate certificate && Arrays.equals(certificate.encoded, encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }
}
