package edgex.bench.crypto;

import edgex.bench.crypto.target.Operation;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Ciphers and curves by BouncyCastle's lightweight classes. */
final class BouncyCastleClassical {
  private static final int TAG_BITS = 128;

  private BouncyCastleClassical() {}

  static List<Operation> all(int bulkBytes) {
    return List.of(
        sealing("aes-128-gcm", GCMBlockCipher.newInstance(AESEngine.newInstance()), 16, bulkBytes),
        sealing("aes-256-gcm", GCMBlockCipher.newInstance(AESEngine.newInstance()), 32, bulkBytes),
        sealing("chacha20-poly1305", new ChaCha20Poly1305(), 32, bulkBytes),
        agreement(),
        signing());
  }

  private static Operation sealing(String name, AEADCipher cipher, int keyBytes, int bulkBytes) {
    KeyParameter key = new KeyParameter(new byte[keyBytes]);
    byte[] nonce = new byte[12];
    byte[] text = new byte[bulkBytes];
    byte[] sealed = new byte[bulkBytes + TAG_BITS / 8];
    return BouncyCastleOperations.operation(
        name + ".bulk",
        bulkBytes,
        number -> {
          nonce[0] = (byte) number;
          nonce[1] = (byte) (number >> 8);
          cipher.init(true, new AEADParameters(key, TAG_BITS, nonce));
          int done = cipher.processBytes(text, 0, bulkBytes, sealed, 0);
          try {
            cipher.doFinal(sealed, done);
          } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
          }
        });
  }

  private static Operation agreement() {
    X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(new SecureRandom());
    X25519PublicKeyParameters publicKey = key.generatePublicKey();
    X25519Agreement agreement = new X25519Agreement();
    byte[] secret = new byte[32];
    agreement.init(key);
    return BouncyCastleOperations.operation(
        "x25519.agree", 0, number -> agreement.calculateAgreement(publicKey, secret, 0));
  }

  private static Operation signing() {
    Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
    Ed25519Signer signer = new Ed25519Signer();
    byte[] message = new byte[32];
    return BouncyCastleOperations.operation(
        "ed25519.sign",
        0,
        number -> {
          message[0] = (byte) number;
          signer.init(true, key);
          signer.update(message, 0, message.length);
          signer.generateSignature();
        });
  }
}
