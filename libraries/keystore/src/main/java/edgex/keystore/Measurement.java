package edgex.keystore;

import edgex.crypto.CryptoException;
import edgex.crypto.encoding.der.DerReader;
import edgex.crypto.encoding.der.DerTag;
import edgex.crypto.encoding.der.DerWriter;
import java.util.Arrays;

/**
 * What a layer of a boot chain measured of the next one, as an extension of its certificate (TCG
 * DICE Attestation Architecture, DiceTcbInfo).
 *
 * <pre>
 *   DiceTcbInfo:  SEQUENCE { [6] fwids SEQUENCE OF SEQUENCE { hash algorithm, OCTET STRING } }
 * </pre>
 */
final class Measurement {
  static final String EXTENSION = "2.23.133.5.4.1";
  static final int DIGEST_BYTES = 48;
  private static final String SHA_384 = "2.16.840.1.101.3.4.2.2";
  private static final int FIRMWARE_IDENTIFIERS = 6;

  private Measurement() {}

  static byte[] encode(byte[] digest) {
    DerWriter entry =
        new DerWriter().sequence(new DerWriter().objectIdentifier(SHA_384).octetString(digest));
    return new DerWriter()
        .sequence(new DerWriter().element(DerTag.constructedContext(FIRMWARE_IDENTIFIERS), entry))
        .toBytes();
  }

  /** Reads exactly what {@link #encode} writes. */
  static byte[] decode(byte[] encoded) {
    DerReader info = DerReader.ofWhole(encoded, DerTag.SEQUENCE);
    DerReader list = info.readInner(DerTag.constructedContext(FIRMWARE_IDENTIFIERS));
    DerReader entry = list.readInner(DerTag.SEQUENCE);
    String algorithm = entry.readObjectIdentifier();
    byte[] digest = entry.readContent(DerTag.OCTET_STRING);
    if (!algorithm.equals(SHA_384)
        || digest.length != DIGEST_BYTES
        || !Arrays.equals(encode(digest), encoded)) {
      throw new CryptoException("a measurement that is not one SHA-384 digest");
    }
    return digest;
  }
}
