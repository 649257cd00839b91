package edgex.crypto.encoding.certificate;

import edgex.crypto.RandomSource;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.DerTime;
import edgex.crypto.encoding.der.DerWriter;
import edgex.crypto.encoding.key.PrivateKey;
import edgex.crypto.encoding.key.PublicKey;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;
import java.util.Arrays;

/** Makes certificates. Each call sets one thing; {@link #sign} makes the certificate. */
public final class CertificateBuilder {
  private static final int VERSION_3 = 2;
  private static final int SERIAL_BYTES = 16;

  /** RFC 7093: the leftmost 160 bits of SHA-256. */
  private static final int KEY_IDENTIFIER_BYTES = 20;

  private final DistinguishedName subject;
  private final PublicKey publicKey;
  private final DerWriter moreExtensions = new DerWriter();
  private long notBefore;
  private long notAfter;
  private int keyUsage = KeyUsage.DIGITAL_SIGNATURE.bit();
  private int pathLength = -1;

  /** A certificate of a subject's key, for signatures only until more is said. */
  public CertificateBuilder(DistinguishedName subject, PublicKey publicKey) {
    this.subject = subject;
    this.publicKey = publicKey;
  }

  /** From when to when it is valid, in seconds since 1970, both included. */
  public CertificateBuilder validity(long firstSecond, long lastSecond) {
    notBefore = firstSecond;
    notAfter = lastSecond;
    return this;
  }

  /** What the key is for, instead of signatures. */
  public CertificateBuilder keyUsage(KeyUsage... usages) {
    keyUsage = 0;
    for (KeyUsage usage : usages) {
      keyUsage |= usage.bit();
    }
    return this;
  }

  /**
   * Lets the key sign certificates.
   *
   * @param intermediates most certificates of other authorities between it and the last one
   */
  public CertificateBuilder authority(int intermediates) {
    pathLength = intermediates;
    return keyUsage(KeyUsage.CERTIFICATE_SIGNING, KeyUsage.REVOCATION_LIST_SIGNING);
  }

  /** Adds an extension that the verifier of this library need not understand. */
  public CertificateBuilder extension(String identifier, byte[] value) {
    write(moreExtensions, identifier, value);
    return this;
  }

  /** Adds an extension that whoever does not understand it must refuse. */
  public CertificateBuilder criticalExtension(String identifier, byte[] value) {
    writeCritical(moreExtensions, identifier, value);
    return this;
  }

  /** Makes a certificate that its own key signs. */
  public Certificate signSelf(PrivateKey key, RandomSource random) {
    return sign(subject, key, random);
  }

  /** Makes the certificate. */
  public Certificate sign(DistinguishedName issuer, PrivateKey issuerKey, RandomSource random) {
    DerWriter content = new DerWriter();
    content.element(DerTag.constructedContext(0), new DerWriter().integer(VERSION_3));
    content.unsignedInteger(newSerialNumber(random));
    issuerKey.algorithm().writeSignature(content);
    content.encoded(issuer.encode());
    DerWriter validity = new DerWriter();
    DerTime.write(validity, notBefore);
    DerTime.write(validity, notAfter);
    content.sequence(validity).encoded(subject.encode()).encoded(publicKey.encode());
    DerWriter extensions = new DerWriter().sequence(extensions(issuerKey.publicKey()));
    content.element(DerTag.constructedContext(3), extensions);
    byte[] signedPart = new DerWriter().sequence(content).toBytes();
    byte[] signature = CertificateSignatures.sign(issuerKey, signedPart, random);
    DerWriter certificate = new DerWriter().encoded(signedPart);
    issuerKey.algorithm().writeSignature(certificate);
    certificate.bitString(signature);
    return Certificate.decode(new DerWriter().sequence(certificate).toBytes());
  }

  /** 127 random bits: never negative, never zero in practice, never guessed (CA/B forum: 64). */
  private static byte[] newSerialNumber(RandomSource random) {
    byte[] serial = new byte[SERIAL_BYTES];
    random.fill(serial, 0, serial.length);
    serial[0] = (byte) ((serial[0] & 0x3F) | 0x40);
    return serial;
  }

  private DerWriter extensions(PublicKey issuerKey) {
    DerWriter extensions = new DerWriter();
    if (pathLength >= 0) {
      DerWriter constraints = new DerWriter().truth().integer(pathLength);
      byte[] value = new DerWriter().sequence(constraints).toBytes();
      writeCritical(extensions, ExtensionIdentifiers.BASIC_CONSTRAINTS, value);
    }
    byte[] usage = new DerWriter().namedBits(keyUsage).toBytes();
    writeCritical(extensions, ExtensionIdentifiers.KEY_USAGE, usage);
    byte[] own = new DerWriter().octetString(keyIdentifier(publicKey)).toBytes();
    write(extensions, ExtensionIdentifiers.SUBJECT_KEY_IDENTIFIER, own);
    DerWriter issuer = new DerWriter().element(DerTag.context(0), keyIdentifier(issuerKey));
    byte[] authority = new DerWriter().sequence(issuer).toBytes();
    write(extensions, ExtensionIdentifiers.AUTHORITY_KEY_IDENTIFIER, authority);
    return extensions.encoded(moreExtensions.toBytes());
  }

  private static void write(DerWriter output, String identifier, byte[] value) {
    output.sequence(new DerWriter().objectIdentifier(identifier).octetString(value));
  }

  private static void writeCritical(DerWriter output, String identifier, byte[] value) {
    output.sequence(new DerWriter().objectIdentifier(identifier).truth().octetString(value));
  }

  private static byte[] keyIdentifier(PublicKey key) {
    Hash hash = Sha2.sha256();
    byte[] digest = new byte[hash.digestBytes()];
    byte[] bytes = key.bytes();
    hash.update(bytes, 0, bytes.length);
    hash.digest(digest, 0);
    return Arrays.copyOf(digest, KEY_IDENTIFIER_BYTES);
  }
}
