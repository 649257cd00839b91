package edgex.keystore;

import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.hash.Hkdf;
import edgex.crypto.hash.Sha2;
import java.nio.charset.StandardCharsets;

/** The one secret of a device, from which all others follow by name (HKDF with SHA-384). */
public final class DeviceRoot {
  private static final int MINIMUM_BYTES = 32;
  private static final byte[] SALT = "EdgeX device root".getBytes(StandardCharsets.US_ASCII);

  private final byte[] key;

  /**
   * Takes a secret; the caller wipes its own copy.
   *
   * @throws CryptoException if it has less than 32 bytes
   */
  public DeviceRoot(byte[] secret) {
    if (secret.length < MINIMUM_BYTES) {
      throw new CryptoException("a device root of " + secret.length + " bytes, at least 32");
    }
    Hkdf hkdf = new Hkdf(Sha2.sha384());
    key = new byte[hkdf.keyBytes()];
    hkdf.extract(SALT, secret, key, 0);
  }

  /** The secret of a name and of bytes that bind it, such as a measurement. */
  public byte[] derive(String name, byte[] binding, int length) {
    byte[] label = name.getBytes(StandardCharsets.UTF_8);
    byte[] info = new byte[1 + label.length + binding.length];
    info[0] = (byte) label.length;
    System.arraycopy(label, 0, info, 1, label.length);
    System.arraycopy(binding, 0, info, 1 + label.length, binding.length);
    byte[] secret = new byte[length];
    new Hkdf(Sha2.sha384()).expand(key, info, secret, 0, length);
    return secret;
  }

  /** Forgets the secret. */
  public void wipe() {
    ConstantTime.wipe(key);
  }
}
