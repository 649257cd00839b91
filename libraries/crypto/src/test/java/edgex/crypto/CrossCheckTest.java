package edgex.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.crypto.aes.AesGcm;
import edgex.crypto.aes.AesGcmSiv;
import edgex.crypto.argon2.Argon2id;
import edgex.crypto.blake2.Blake2b;
import edgex.crypto.blake2.Blake2s;
import edgex.crypto.chacha.ChaCha20Poly1305;
import edgex.crypto.curve25519.Ed25519;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.hash.Hash;
import edgex.crypto.p256.EcdhP256;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.GCMSIVBlockCipher;
import org.bouncycastle.crypto.modes.XChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

/** Random inputs through our code and through BouncyCastle's or the JDK's. */
final class CrossCheckTest {
  private static final int CASES = 60;

  private final Random random = new Random(6);

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] text() {
    return bytes(random.nextInt(700));
  }

  private interface Peer {
    byte[] seal(byte[] nonce, byte[] associated, byte[] plaintext) throws Exception;
  }

  private void check(AuthenticatedCipher cipher, Peer peer) throws Exception {
    byte[] nonce = bytes(cipher.nonceBytes());
    byte[] associated = bytes(random.nextInt(50));
    byte[] plaintext = text();
    byte[] sealed = new byte[plaintext.length + cipher.tagBytes()];
    cipher.seal(nonce, associated, plaintext, 0, plaintext.length, sealed, 0);
    assertArrayEquals(peer.seal(nonce, associated, plaintext), sealed);
    byte[] opened = new byte[plaintext.length];
    cipher.open(nonce, associated, sealed, 0, sealed.length, opened, 0);
    assertArrayEquals(plaintext, opened);
    cipher.open(nonce, associated, sealed, 0, sealed.length, sealed, 0);
    assertArrayEquals(plaintext, Arrays.copyOf(sealed, plaintext.length));
  }

  @Test
  void galoisCounterMode() throws Exception {
    for (int i = 0; i < CASES; i++) {
      byte[] key = bytes(16 + 8 * random.nextInt(3));
      Peer jdk =
          (nonce, associated, plaintext) -> {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(plaintext);
          };
      check(new AesGcm(key), jdk);
    }
  }

  @Test
  void chaChaWithShortNonce() throws Exception {
    for (int i = 0; i < CASES; i++) {
      byte[] key = bytes(32);
      Peer jdk =
          (nonce, associated, plaintext) -> {
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "ChaCha20"),
                new IvParameterSpec(nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(plaintext);
          };
      check(ChaCha20Poly1305.withShortNonce(key), jdk);
    }
  }

  private static Peer lightweight(AEADCipher cipher, byte[] key) {
    return (nonce, associated, plaintext) -> {
      cipher.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, associated));
      byte[] sealed = new byte[cipher.getOutputSize(plaintext.length)];
      int done = cipher.processBytes(plaintext, 0, plaintext.length, sealed, 0);
      cipher.doFinal(sealed, done);
      return sealed;
    };
  }

  @Test
  void chaChaWithLongNonce() throws Exception {
    for (int i = 0; i < CASES; i++) {
      byte[] key = bytes(32);
      check(ChaCha20Poly1305.withLongNonce(key), lightweight(new XChaCha20Poly1305(), key));
    }
  }

  @Test
  void galoisCounterModeWithSyntheticNonce() throws Exception {
    for (int i = 0; i < CASES; i++) {
      byte[] key = bytes(16 + 16 * random.nextInt(2));
      AEADCipher peer = new GCMSIVBlockCipher(AESEngine.newInstance());
      check(new AesGcmSiv(key), lightweight(peer, key));
    }
  }

  private static void checkHash(Hash hash, Digest peer, byte[] message, int cut) {
    byte[] digest = new byte[hash.digestBytes()];
    hash.update(message, 0, cut);
    hash.update(message, cut, message.length - cut);
    hash.digest(digest, 0);
    byte[] expected = new byte[digest.length];
    peer.update(message, 0, message.length);
    peer.doFinal(expected, 0);
    assertArrayEquals(expected, digest);
  }

  @Test
  void blake2() {
    for (int i = 0; i < 5 * CASES; i++) {
      byte[] message = text();
      int cut = random.nextInt(message.length + 1);
      byte[] key = bytes(random.nextInt(33));
      int digestBytes = 1 + random.nextInt(32);
      checkHash(
          new Blake2b(2 * digestBytes, key),
          new Blake2bDigest(key, 2 * digestBytes, null, null),
          message,
          cut);
      checkHash(
          new Blake2s(digestBytes, key),
          new Blake2sDigest(key, digestBytes, null, null),
          message,
          cut);
    }
  }

  @Test
  void passwordHash() {
    for (int i = 0; i < 12; i++) {
      int passes = 1 + random.nextInt(3);
      int lanes = 1 + random.nextInt(4);
      int memory = 8 * lanes + random.nextInt(300);
      byte[] password = bytes(random.nextInt(40));
      byte[] salt = bytes(8 + random.nextInt(20));
      byte[] secret = bytes(random.nextInt(20));
      byte[] associated = bytes(random.nextInt(20));
      byte[] output = new byte[4 + random.nextInt(200)];
      new Argon2id(passes, memory, lanes).hash(password, salt, secret, associated, output);
      Argon2BytesGenerator peer = new Argon2BytesGenerator();
      peer.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withIterations(passes)
              .withParallelism(lanes)
              .withMemoryAsKB(memory)
              .withSalt(salt)
              .withSecret(secret)
              .withAdditional(associated)
              .build());
      byte[] expected = new byte[output.length];
      peer.generateBytes(password, expected);
      assertArrayEquals(expected, output);
    }
  }

  @Test
  void curve25519() {
    X25519 agreement = new X25519();
    Ed25519 signatures = new Ed25519();
    for (int i = 0; i < CASES; i++) {
      byte[] privateKey = bytes(32);
      byte[] peerKey = bytes(32);
      byte[] secret = new byte[32];
      agreement.agree(privateKey, 0, peerKey, 0, secret, 0);
      byte[] expected = new byte[32];
      new X25519PrivateKeyParameters(privateKey)
          .generateSecret(new X25519PublicKeyParameters(peerKey), expected, 0);
      assertArrayEquals(expected, secret);

      byte[] message = text();
      byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
      signatures.sign(privateKey, 0, message, 0, message.length, signature, 0);
      Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(privateKey);
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(true, key);
      signer.update(message, 0, message.length);
      assertArrayEquals(signer.generateSignature(), signature);
      byte[] publicKey = key.generatePublicKey().getEncoded();
      assertTrue(verify(signatures, publicKey, message, signature));
      signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
      assertEquals(false, verify(signatures, publicKey, message, signature));
    }
  }

  private static boolean verify(Ed25519 scheme, byte[] key, byte[] message, byte[] signature) {
    return scheme.verify(key, 0, message, 0, message.length, signature, 0, signature.length);
  }

  @Test
  void p256Keys() {
    EcdhP256 curve = new EcdhP256();
    var parameters = CustomNamedCurves.getByName("P-256");
    for (int i = 0; i < CASES; i++) {
      byte[] privateKey = bytes(32);
      privateKey[0] = 0;
      byte[] publicKey = new byte[EcdhP256.PUBLIC_KEY_BYTES];
      curve.derivePublicKey(privateKey, 0, publicKey, 0);
      var point = parameters.getG().multiply(new BigInteger(1, privateKey));
      assertArrayEquals(point.getEncoded(false), publicKey);
      byte[] other = bytes(32);
      other[0] = 0;
      byte[] secret = new byte[KeyAgreement.SECRET_BYTES];
      curve.agree(other, 0, publicKey, 0, secret, 0);
      byte[] expected =
          point.multiply(new BigInteger(1, other)).normalize().getAffineXCoord().getEncoded();
      assertArrayEquals(expected, secret);
    }
  }
}
