package edgex.crypto.statefulhash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.CryptoException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.params.LMSPublicKeyParameters;
import org.bouncycastle.crypto.signers.LMSSigner;
import org.junit.jupiter.api.Test;

/** Signing with a state, against BouncyCastle's verification. */
final class LmsSignerTest {
  private static final int SHA256_M32_H5 = 5;
  private static final int SHA256_N32_W4 = 3;

  private final Random random = new Random(8554);
  private int stored;

  private final OneTimeCounter.Store store =
      new OneTimeCounter.Store() {
        @Override
        public int read() {
          return stored;
        }

        @Override
        public void write(int used) {
          stored = used;
        }
      };

  private LmsSigner signer() {
    byte[] identifier = new byte[16];
    byte[] seed = new byte[32];
    random.nextBytes(identifier);
    random.nextBytes(seed);
    return new LmsSigner(SHA256_M32_H5, SHA256_N32_W4, identifier, seed);
  }

  private byte[] sign(LmsSigner signer, OneTimeCounter counter, byte[] message) {
    byte[] signature = new byte[signer.signatureBytes()];
    signer.sign(
        message, counter, (out, at, length) -> out[at] = (byte) random.nextInt(), signature, 0);
    return signature;
  }

  @Test
  void everyLeafSignsOnceAndBothVerify() throws IOException {
    LmsSigner signer = signer();
    byte[] publicKey = new byte[signer.publicKeyBytes()];
    signer.publicKey(publicKey, 0);
    OneTimeCounter counter = new OneTimeCounter(store);
    for (int leaf = 0; leaf < 32; leaf++) {
      byte[] message = {(byte) leaf};
      byte[] signature = sign(signer, counter, message);
      assertEquals(leaf, signature[3]);
      assertTrue(LmsVerifier.verify(publicKey, message, signature));
      LMSSigner peer = new LMSSigner();
      peer.init(false, LMSPublicKeyParameters.getInstance(publicKey));
      assertTrue(peer.verifySignature(message, signature));
      signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
      assertFalse(LmsVerifier.verify(publicKey, message, signature));
    }
    assertThrows(CryptoException.class, () -> sign(signer, counter, new byte[1]));
  }

  @Test
  void stateThatGoesBackIsRefused() {
    LmsSigner signer = signer();
    OneTimeCounter counter = new OneTimeCounter(store);
    sign(signer, counter, new byte[1]);
    sign(signer, counter, new byte[1]);
    stored = 1;
    assertThrows(CryptoException.class, () -> sign(signer, counter, new byte[1]));
  }

  @Test
  void storeThatForgetsIsRefused() {
    OneTimeCounter counter =
        new OneTimeCounter(
            new OneTimeCounter.Store() {
              @Override
              public int read() {
                return 0;
              }

              @Override
              public void write(int used) {}
            });
    assertThrows(CryptoException.class, () -> sign(signer(), counter, new byte[1]));
  }

  @Test
  void hostileHierarchiesAreRefused() {
    byte[] key = new byte[60];
    byte[] signature = new byte[3000];
    for (int i = 0; i < 2000; i++) {
      random.nextBytes(key);
      random.nextBytes(signature);
      int levels = random.nextInt(4);
      key[0] = key[1] = key[2] = 0;
      key[3] = (byte) levels;
      key[4] = key[5] = key[6] = 0;
      key[7] = (byte) random.nextInt(26);
      key[8] = key[9] = key[10] = 0;
      key[11] = (byte) random.nextInt(18);
      signature[0] = signature[1] = signature[2] = 0;
      signature[3] = (byte) (levels - 1);
      byte[] cut = Arrays.copyOf(signature, random.nextInt(signature.length));
      assertFalse(LmsVerifier.verifyHierarchy(key, new byte[3], cut));
    }
  }
}
