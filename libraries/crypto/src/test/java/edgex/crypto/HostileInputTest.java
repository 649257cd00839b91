package edgex.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys, ciphertexts and signatures of wrong lengths, at random and with flipped bits. */
@Tag("fuzz")
final class HostileInputTest {
  private static final int ROUNDS = 300;

  private final Random random = new Random(204);

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void fill(byte[] output, int offset, int length) {
    System.arraycopy(bytes(length), 0, output, offset, length);
  }

  private void flip(byte[] bytes) {
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
  }

  /** A copy that is too short or too long. */
  private byte[] otherLength(byte[] bytes) {
    int length = random.nextInt(2 * bytes.length);
    return Arrays.copyOf(bytes, length == bytes.length ? length + 1 : length);
  }

  @ParameterizedTest
  @EnumSource(MlKemParameters.class)
  void encapsulationRefuses(MlKemParameters set) {
    MlKem kem = new MlKem(set);
    byte[] publicKey = new byte[set.encapsulationKeyBytes()];
    byte[] privateKey = new byte[set.decapsulationKeyBytes()];
    byte[] ciphertext = new byte[set.ciphertextBytes()];
    byte[] secret = new byte[32];
    kem.generateKeys(this::fill, publicKey, 0, privateKey, 0);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] key = otherLength(publicKey);
      assertFalse(kem.isEncapsulationKey(key, 0, key.length));
      byte[] secretKey = otherLength(privateKey);
      assertFalse(kem.isDecapsulationKey(secretKey, 0, secretKey.length));
      // Of random vectors of 512 and more coefficients, none is wholly below the modulus.
      byte[] randomKey = bytes(publicKey.length);
      assertFalse(kem.isEncapsulationKey(randomKey, 0, randomKey.length));
      random.nextBytes(ciphertext);
      random.nextBytes(secret);
      assertThrows(
          CryptoException.class,
          () -> kem.encapsulate(randomKey, 0, this::fill, ciphertext, 0, secret, 0));
      assertArrayEquals(new byte[ciphertext.length], ciphertext);
      assertArrayEquals(new byte[32], secret);
      byte[] damaged = privateKey.clone();
      int publicPart = damaged.length - 64 - publicKey.length;
      damaged[publicPart + random.nextInt(publicKey.length + 32)] ^= 1;
      random.nextBytes(secret);
      assertThrows(
          CryptoException.class, () -> kem.decapsulate(damaged, 0, ciphertext, 0, secret, 0));
      assertArrayEquals(new byte[32], secret);
    }
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> kem.decapsulate(privateKey, 0, new byte[ciphertext.length - 1], 0, secret, 0));
  }

  @ParameterizedTest
  @EnumSource(MlDsaParameters.class)
  void latticeSignaturesAreRefused(MlDsaParameters set) {
    byte[] publicKey = new byte[set.publicKeyBytes()];
    byte[] privateKey = new byte[set.privateKeyBytes()];
    byte[] signature = new byte[set.signatureBytes()];
    byte[] message = bytes(50);
    byte[] none = {};
    new MlDsaKeyGenerator(set).generate(this::fill, publicKey, 0, privateKey, 0);
    MlDsaSigner signer = new MlDsaSigner(set);
    MlDsaVerifier verifier = new MlDsaVerifier(set);
    signer.load(privateKey, 0, privateKey.length);
    signer.sign(message, 0, message.length, none, this::fill, signature, 0);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] damaged = signature.clone();
      flip(damaged);
      assertFalse(verifier.verify(publicKey, message, 0, message.length, none, damaged));
      byte[] cut = otherLength(signature);
      assertFalse(verifier.verify(publicKey, message, 0, message.length, none, cut));
      byte[] noise = bytes(signature.length);
      assertFalse(verifier.verify(publicKey, message, 0, message.length, none, noise));
      byte[] key = publicKey.clone();
      flip(key);
      assertFalse(verifier.verify(key, message, 0, message.length, none, signature));
      byte[] shortKey = otherLength(privateKey);
      assertThrows(CryptoException.class, () -> signer.load(shortKey, 0, shortKey.length));
    }
    assertThrows(
        IllegalStateException.class,
        () -> signer.sign(message, 0, message.length, none, this::fill, signature, 0));
    assertThrows(
        CryptoException.class,
        () -> verifier.verify(publicKey, message, 0, 1, new byte[256], signature));
  }

  @Test
  void hashSignaturesAreRefused() {
    for (SlhDsaParameters set : SlhDsaParameters.values()) {
      SlhDsa scheme = new SlhDsa(set);
      byte[] key = bytes(set.publicKeyBytes());
      byte[] signature = bytes(set.signatureBytes());
      byte[] none = {};
      assertFalse(scheme.verify(key, none, none, signature));
      for (int i = 0; i < ROUNDS; i++) {
        assertFalse(scheme.verify(key, none, none, otherLength(signature)));
        assertFalse(scheme.verify(otherLength(key), none, none, signature));
      }
      byte[] shortKey = new byte[set.privateKeyBytes() - 1];
      assertThrows(
          CryptoException.class, () -> scheme.sign(shortKey, none, none, this::fill, signature));
    }
  }
}
