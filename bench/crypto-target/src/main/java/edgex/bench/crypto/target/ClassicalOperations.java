package edgex.bench.crypto.target;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.KeyAgreement;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.chacha.ChaCha20Poly1305;
import edgex.crypto.curve25519.Ed25519;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.p256.EcdhP256;
import java.util.List;

/** Ciphers and curves. */
final class ClassicalOperations {
  private static final byte[] NOTHING = {};

  private ClassicalOperations() {}

  static void addTo(List<Operation> operations, int bulkBytes) {
    operations.add(sealing("aes-128-gcm", new AesGcm(new byte[16]), bulkBytes));
    operations.add(sealing("aes-256-gcm", new AesGcm(new byte[32]), bulkBytes));
    operations.add(
        sealing("chacha20-poly1305", ChaCha20Poly1305.withShortNonce(new byte[32]), bulkBytes));
    operations.add(agreement("x25519", new X25519()));
    operations.add(agreement("ecdh-p256", new EcdhP256()));
    operations.add(signing());
  }

  private static Operation sealing(String name, AuthenticatedCipher cipher, int bulkBytes) {
    byte[] nonce = new byte[cipher.nonceBytes()];
    byte[] text = new byte[bulkBytes];
    byte[] sealed = new byte[bulkBytes + cipher.tagBytes()];
    return new Operation(name + ".bulk", bulkBytes) {
      @Override
      public void run(int number) {
        nonce[0] = (byte) number;
        cipher.seal(nonce, NOTHING, text, 0, bulkBytes, sealed, 0);
      }
    };
  }

  private static Operation agreement(String name, KeyAgreement scheme) {
    byte[] publicKey = new byte[scheme.publicKeyBytes()];
    byte[] privateKey = new byte[scheme.privateKeyBytes()];
    byte[] secret = new byte[32];
    privateKey[1] = 1;
    scheme.derivePublicKey(privateKey, 0, publicKey, 0);
    return new Operation(name + ".agree", 0) {
      @Override
      public void run(int number) {
        privateKey[2] = (byte) number;
        scheme.agree(privateKey, 0, publicKey, 0, secret, 0);
      }
    };
  }

  private static Operation signing() {
    Ed25519 scheme = new Ed25519();
    byte[] privateKey = new byte[Ed25519.PRIVATE_KEY_BYTES];
    byte[] message = new byte[32];
    byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
    return new Operation("ed25519.sign", 0) {
      @Override
      public void run(int number) {
        message[0] = (byte) number;
        scheme.sign(privateKey, 0, message, 0, message.length, signature, 0);
      }
    };
  }
}
