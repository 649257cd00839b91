package edgex.crypto.hpke;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.hash.Hkdf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** HKDF whose inputs say what they are for (RFC 9180, section 4). */
final class LabeledHkdf {
  private static final byte[] VERSION = "HPKE-v1".getBytes(StandardCharsets.US_ASCII);

  private final Hkdf hkdf;
  private final byte[] suite;

  LabeledHkdf(HashAlgorithm hash, byte[] suite) {
    hkdf = new Hkdf(hash.newHash());
    this.suite = suite;
  }

  int keyBytes() {
    return hkdf.keyBytes();
  }

  byte[] extract(byte[] salt, String label, byte[] material) {
    byte[] key = new byte[hkdf.keyBytes()];
    hkdf.extract(salt, labeled(new byte[0], label, material), key, 0);
    return key;
  }

  byte[] expand(byte[] key, String label, byte[] info, int length) {
    byte[] output = new byte[length];
    byte[] size = {(byte) (length >> 8), (byte) length};
    hkdf.expand(key, labeled(size, label, info), output, 0, length);
    return output;
  }

  private byte[] labeled(byte[] size, String label, byte[] content) {
    return join(size, VERSION, suite, label.getBytes(StandardCharsets.US_ASCII), content);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.write(part, 0, part.length);
    }
    return joined.toByteArray();
  }
}
