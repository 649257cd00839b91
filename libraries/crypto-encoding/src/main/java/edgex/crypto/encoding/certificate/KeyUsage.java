package edgex.crypto.encoding.certificate;

/** What the key of a certificate may be used for (RFC 5280, section 4.2.1.3). */
public enum KeyUsage {
  DIGITAL_SIGNATURE(0),
  NON_REPUDIATION(1),
  KEY_ENCIPHERMENT(2),
  DATA_ENCIPHERMENT(3),
  KEY_AGREEMENT(4),
  CERTIFICATE_SIGNING(5),
  REVOCATION_LIST_SIGNING(6),
  ENCIPHER_ONLY(7),
  DECIPHER_ONLY(8);

  private final int namedBit;

  KeyUsage(int namedBit) {
    this.namedBit = namedBit;
  }

  /** The named bit as a number. */
  int bit() {
    return 1 << namedBit;
  }
}
