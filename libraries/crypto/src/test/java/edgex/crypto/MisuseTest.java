package edgex.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.crypto.aes.Aes;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.aes.AesGcmSiv;
import edgex.crypto.aes.AesKeyWrap;
import edgex.crypto.aes.AesXts;
import edgex.crypto.argon2.Argon2id;
import edgex.crypto.blake2.Blake2s;
import edgex.crypto.chacha.ChaCha20Poly1305;
import edgex.crypto.curve25519.Ed25519;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.p256.EcdhP256;
import edgex.crypto.p256.EcdsaDer;
import edgex.crypto.p256.EcdsaP256;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Wrong use and hostile input: each has its documented error, and outputs are zero. */
final class MisuseTest {
  private static final byte[] NOTHING = {};

  private final Random random = new Random(8);

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void refusesSecondUse(AuthenticatedCipher cipher) {
    byte[] nonce = bytes(cipher.nonceBytes());
    byte[] sealed = new byte[20 + cipher.tagBytes()];
    cipher.seal(nonce, NOTHING, bytes(20), 0, 20, sealed, 0);
    assertThrows(
        IllegalStateException.class,
        () -> cipher.seal(nonce, NOTHING, bytes(20), 0, 20, sealed, 0));
    assertArrayEquals(new byte[sealed.length], sealed);
    nonce[0]++;
    cipher.seal(nonce, NOTHING, bytes(20), 0, 20, sealed, 0);
  }

  @Test
  void nonceOfTheMessageBeforeIsRefused() {
    refusesSecondUse(new AesGcm(bytes(16)));
    refusesSecondUse(ChaCha20Poly1305.withShortNonce(bytes(32)));
    refusesSecondUse(ChaCha20Poly1305.withLongNonce(bytes(32)));
  }

  @Test
  void gcmSivSealsTheSameTwice() {
    AesGcmSiv cipher = new AesGcmSiv(bytes(32));
    byte[] nonce = bytes(12);
    byte[] text = bytes(33);
    byte[] first = new byte[49];
    byte[] second = new byte[49];
    cipher.seal(nonce, NOTHING, text, 0, text.length, first, 0);
    cipher.seal(nonce, NOTHING, text, 0, text.length, second, 0);
    assertArrayEquals(first, second);
  }

  @Test
  void anyChangedBitIsFoundAndNothingComesOut() {
    AuthenticatedCipher[] ciphers = {
      new AesGcm(bytes(32)),
      new AesGcmSiv(bytes(16)),
      ChaCha20Poly1305.withShortNonce(bytes(32)),
      ChaCha20Poly1305.withLongNonce(bytes(32))
    };
    for (AuthenticatedCipher cipher : ciphers) {
      byte[] nonce = bytes(cipher.nonceBytes());
      byte[] associated = bytes(9);
      byte[] sealed = new byte[35 + cipher.tagBytes()];
      cipher.seal(nonce, associated, bytes(35), 0, 35, sealed, 0);
      for (int bit = 0; bit < 8 * sealed.length; bit++) {
        byte[] changed = sealed.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        refuses(cipher, nonce, associated, changed);
      }
      refuses(cipher, nonce, bytes(9), sealed);
      refuses(cipher, bytes(cipher.nonceBytes()), associated, sealed);
      for (int length = 0; length < sealed.length; length++) {
        refuses(cipher, nonce, associated, Arrays.copyOf(sealed, length));
      }
    }
  }

  private void refuses(AuthenticatedCipher cipher, byte[] nonce, byte[] associated, byte[] sealed) {
    byte[] output = bytes(Math.max(0, sealed.length - cipher.tagBytes()));
    assertThrows(
        CryptoException.class,
        () -> cipher.open(nonce, associated, sealed, 0, sealed.length, output, 0));
    assertArrayEquals(new byte[output.length], output);
  }

  @Test
  void wrongLengthsAreTheCallersMistake() {
    for (int length : new int[] {0, 15, 17, 31, 33}) {
      assertThrows(IllegalArgumentException.class, () -> new Aes(new byte[length]));
      assertThrows(IllegalArgumentException.class, () -> new AesGcm(new byte[length]));
      assertThrows(IllegalArgumentException.class, () -> new AesGcmSiv(new byte[length]));
      assertThrows(IllegalArgumentException.class, () -> new AesXts(new byte[length]));
      assertThrows(
          IllegalArgumentException.class, () -> ChaCha20Poly1305.withShortNonce(new byte[length]));
    }
    AesGcm cipher = new AesGcm(bytes(16));
    byte[] text = bytes(16);
    assertThrows(
        IllegalArgumentException.class,
        () -> cipher.seal(NOTHING, NOTHING, text, 0, 16, new byte[32], 0));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> cipher.seal(bytes(12), NOTHING, text, 0, 16, new byte[31], 0));
    assertThrows(IllegalArgumentException.class, () -> new AesGcm(bytes(16), 11));
    assertThrows(IllegalArgumentException.class, () -> new Blake2s(33));
    assertThrows(IllegalArgumentException.class, () -> new Argon2id(1, 7, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AesKeyWrap(bytes(16)).wrap(text, 0, 0, new byte[32], 0));
  }

  @Test
  void equalHalvesOfAnXtsKeyAreRefused() {
    byte[] half = bytes(32);
    byte[] keys = Arrays.copyOf(half, 64);
    System.arraycopy(half, 0, keys, 32, 32);
    assertThrows(IllegalArgumentException.class, () -> new AesXts(keys));
    AesXts cipher = new AesXts(bytes(64));
    assertThrows(
        IllegalArgumentException.class,
        () -> cipher.encrypt(0, new byte[15], 0, 15, new byte[15], 0));
  }

  /** RFC 7748, section 6.1, and the list of small-order points of curve25519. */
  @Test
  void pointsOfSmallOrderMakeNoSecret() {
    String[] points = {
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0100000000000000000000000000000000000000000000000000000000000000",
      "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
      "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    };
    for (String point : points) {
      byte[] secret = bytes(32);
      assertThrows(
          CryptoException.class,
          () -> new X25519().agree(bytes(32), 0, HexFormat.of().parseHex(point), 0, secret, 0));
      assertArrayEquals(new byte[32], secret);
    }
  }

  /** Such a key would verify R = neutral, S = 0 for every eighth message or for all. */
  @Test
  void signatureKeysOfSmallOrderOrNotCanonicalVerifyNothing() {
    String[] keys = {
      "0100000000000000000000000000000000000000000000000000000000000000",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "0000000000000000000000000000000000000000000000000000000000000000",
      "0000000000000000000000000000000000000000000000000000000000000080",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "0100000000000000000000000000000000000000000000000000000000000080",
    };
    byte[] signature = new byte[64];
    signature[0] = 1;
    Ed25519 scheme = new Ed25519();
    for (String text : keys) {
      byte[] key = HexFormat.of().parseHex(text);
      assertFalse(scheme.isPublicKey(key, 0), text);
      for (int i = 0; i < 16; i++) {
        assertFalse(scheme.verify(key, 0, new byte[] {(byte) i}, 0, 1, signature, 0, 64), text);
      }
    }
    assertThrows(
        CryptoException.class,
        () -> scheme.signPreHash(bytes(32), 0, bytes(64), bytes(256), new byte[64], 0));
  }

  @Test
  void keysOfP256AreChecked() {
    String order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    EcdhP256 curve = new EcdhP256();
    EcdsaP256 signatures = new EcdsaP256();
    byte[] good = bytes(32);
    good[0] = 1;
    byte[] publicKey = new byte[EcdhP256.PUBLIC_KEY_BYTES];
    curve.derivePublicKey(good, 0, publicKey, 0);
    for (byte[] key : new byte[][] {new byte[32], HexFormat.of().parseHex(order)}) {
      byte[] output = bytes(65);
      assertThrows(CryptoException.class, () -> curve.derivePublicKey(key, 0, output, 0));
      assertArrayEquals(new byte[65], output);
      byte[] signature = bytes(64);
      assertThrows(
          CryptoException.class, () -> signatures.signDeterministic(key, bytes(32), signature, 0));
      assertArrayEquals(new byte[64], signature);
    }
    for (int at : new int[] {0, 1, 33, 64}) {
      byte[] changed = publicKey.clone();
      changed[at] ^= 1;
      byte[] secret = bytes(32);
      assertThrows(CryptoException.class, () -> curve.agree(good, 0, changed, 0, secret, 0));
      assertArrayEquals(new byte[32], secret);
      assertFalse(signatures.verify(changed, bytes(32), bytes(64)));
    }
    assertThrows(
        IllegalArgumentException.class, () -> signatures.verify(publicKey, bytes(31), bytes(64)));
  }

  @Test
  void anySignatureEncodingIsReadOrRefused() {
    for (int i = 0; i < 200_000; i++) {
      byte[] signature = bytes(64);
      Arrays.fill(signature, 0, random.nextInt(33), (byte) 0);
      byte[] encoded = EcdsaDer.encode(signature);
      assertArrayEquals(signature, EcdsaDer.decode(encoded));
      int at = random.nextInt(encoded.length);
      encoded[at] ^= (byte) (1 << random.nextInt(8));
      byte[] hostile =
          random.nextInt(3) == 0 ? Arrays.copyOf(encoded, random.nextInt(80)) : encoded;
      try {
        byte[] read = EcdsaDer.decode(hostile);
        assertArrayEquals(hostile, EcdsaDer.encode(read), "read, but not canonical");
      } catch (CryptoException refused) {
        assertEquals(CryptoException.class, refused.getClass());
      }
    }
  }
}
