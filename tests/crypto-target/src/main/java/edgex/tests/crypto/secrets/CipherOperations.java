package edgex.tests.crypto.secrets;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.CryptoException;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.aes.AesGcmSiv;
import edgex.crypto.aes.AesKeyWrap;
import edgex.crypto.aes.AesXts;
import edgex.crypto.chacha.ChaCha20Poly1305;
import java.util.List;
import java.util.function.Function;

/** Ciphers, with secret keys and secret texts of lengths around their blocks and batches. */
final class CipherOperations {
  private static final int[] LENGTHS = {0, 1, 15, 16, 17, 64, 129, 256, 300, 1100};

  private CipherOperations() {}

  static void addTo(List<SecretOperation> operations) {
    for (int keyBytes = 16; keyBytes <= 32; keyBytes += 8) {
      int length = keyBytes;
      operations.add(
          new SecretOperation(
              "AES-" + 8 * keyBytes + "-GCM", () -> authenticated(length, AesGcm::new)));
    }
    operations.add(new SecretOperation("AES-128-GCM-SIV", () -> authenticated(16, AesGcmSiv::new)));
    operations.add(new SecretOperation("AES-256-GCM-SIV", () -> authenticated(32, AesGcmSiv::new)));
    operations.add(
        new SecretOperation(
            "ChaCha20-Poly1305", () -> authenticated(32, ChaCha20Poly1305::withShortNonce)));
    operations.add(
        new SecretOperation(
            "XChaCha20-Poly1305", () -> authenticated(32, ChaCha20Poly1305::withLongNonce)));
    operations.add(new SecretOperation("AES-128-XTS", () -> sectors(32)));
    operations.add(new SecretOperation("AES-256-XTS", () -> sectors(64)));
    operations.add(new SecretOperation("AES-256-KWP", CipherOperations::keyWrap));
  }

  private static void authenticated(int keyBytes, Function<byte[], AuthenticatedCipher> maker) {
    AuthenticatedCipher cipher = maker.apply(Secrets.make(keyBytes));
    byte[] nonce = new byte[cipher.nonceBytes()];
    byte[] associated = new byte[21];
    for (int length : LENGTHS) {
      nonce[0]++;
      byte[] plaintext = Secrets.make(length);
      byte[] sealed = new byte[length + cipher.tagBytes()];
      cipher.seal(nonce, associated, plaintext, 0, length, sealed, 0);
      Secrets.publish(sealed);
      cipher.open(nonce, associated, sealed, 0, sealed.length, plaintext, 0);
      Secrets.forget(plaintext);
      sealed[0] ^= 1;
      try {
        cipher.open(nonce, associated, sealed, 0, sealed.length, plaintext, 0);
        throw new IllegalStateException("a changed text is authentic");
      } catch (CryptoException expected) {
        Secrets.forget(plaintext);
      }
    }
    cipher.wipe();
  }

  private static void sectors(int keyBytes) {
    AesXts cipher = new AesXts(Secrets.make(keyBytes));
    for (int length : LENGTHS) {
      if (length >= 16) {
        byte[] sector = Secrets.make(length);
        cipher.encrypt(length, sector, 0, length, sector, 0);
        Secrets.publish(sector);
        cipher.decrypt(length, sector, 0, length, sector, 0);
        Secrets.publish(sector);
      }
    }
    cipher.wipe();
  }

  private static void keyWrap() {
    AesKeyWrap cipher = new AesKeyWrap(Secrets.make(32));
    byte[] wrapped = new byte[AesKeyWrap.wrappedBytes(32)];
    cipher.wrap(Secrets.make(32), 0, 32, wrapped, 0);
    Secrets.publish(wrapped);
    byte[] unwrapped = new byte[wrapped.length - 8];
    cipher.unwrap(wrapped, 0, wrapped.length, unwrapped, 0);
    Secrets.publish(unwrapped);
    cipher.wipe();
  }
}
