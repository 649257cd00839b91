package edgex.keystore;

import edgex.crypto.ByteOrder;
import edgex.crypto.ConstantTime;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.aes.AesGcmSiv;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Data bound to a key and to what was booted: another system on the same device cannot open it.
 *
 * <pre>
 *   generation of the key (4) | nonce (12) | AES-256-GCM-SIV
 * </pre>
 *
 * The measurement goes into the key of the cipher.
 */
final class DataSeal {
  private static final int NONCE_BYTES = 12;
  private static final int TEXT_AT = 4 + NONCE_BYTES;
  private static final int TAG_BYTES = 16;

  private final RandomSource random;
  private final Supplier<byte[]> measurement;

  DataSeal(RandomSource random, Supplier<byte[]> measurement) {
    this.random = random;
    this.measurement = measurement;
  }

  byte[] seal(StoredKey key, byte[] data) {
    byte[] sealed = new byte[TEXT_AT + data.length + TAG_BYTES];
    ByteOrder.putBigEndian32(sealed, 0, key.generation);
    random.fill(sealed, 4, NONCE_BYTES);
    AesGcmSiv cipher = newCipher(key.newest());
    cipher.seal(nonce(sealed), header(sealed), data, 0, data.length, sealed, TEXT_AT);
    cipher.wipe();
    return sealed;
  }

  /** Opens sealed data, or throws if it is another key's, another system's, or damaged. */
  byte[] unseal(StoredKey key, byte[] sealed) {
    int textBytes = sealed.length - TEXT_AT - TAG_BYTES;
    byte[] secret = textBytes < 0 ? null : key.ofGeneration(ByteOrder.bigEndian32(sealed, 0));
    if (secret == null) {
      throw new CryptoException("sealed data that is cut, or older than the key remembers");
    }
    byte[] data = new byte[textBytes];
    AesGcmSiv cipher = newCipher(secret);
    try {
      cipher.open(nonce(sealed), header(sealed), sealed, TEXT_AT, sealed.length - TEXT_AT, data, 0);
    } finally {
      cipher.wipe();
    }
    return data;
  }

  private static byte[] nonce(byte[] sealed) {
    return Arrays.copyOfRange(sealed, 4, TEXT_AT);
  }

  private static byte[] header(byte[] sealed) {
    return Arrays.copyOf(sealed, 4);
  }

  private AesGcmSiv newCipher(byte[] secret) {
    byte[] bound = KeyMaterial.derive(secret, "seal", measurement.get());
    AesGcmSiv cipher = new AesGcmSiv(bound);
    ConstantTime.wipe(bound);
    return cipher;
  }
}
