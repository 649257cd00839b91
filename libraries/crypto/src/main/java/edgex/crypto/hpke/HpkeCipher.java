package edgex.crypto.hpke;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.chacha.ChaCha20Poly1305;

/** The ciphers (RFC 9180, section 7.3). */
public enum HpkeCipher {
  AES_128_GCM(1, 16),
  AES_256_GCM(2, 32),
  CHACHA20_POLY1305(3, 32);

  private final int identifier;
  private final int keyBytes;

  HpkeCipher(int identifier, int keyBytes) {
    this.identifier = identifier;
    this.keyBytes = keyBytes;
  }

  int identifier() {
    return identifier;
  }

  int keyBytes() {
    return keyBytes;
  }

  AuthenticatedCipher newCipher(byte[] key) {
    return this == CHACHA20_POLY1305 ? ChaCha20Poly1305.withShortNonce(key) : new AesGcm(key);
  }
}
