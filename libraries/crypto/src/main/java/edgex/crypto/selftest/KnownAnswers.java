package edgex.crypto.selftest;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.CryptoException;
import edgex.crypto.RandomSource;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.aes.AesGcmSiv;
import edgex.crypto.chacha.ChaCha20Poly1305;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Hkdf;
import edgex.crypto.hash.Hmac;
import edgex.crypto.hash.Sha2;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.random.CtrDrbg;
import edgex.crypto.random.HmacDrbg;
import edgex.crypto.signature.SignatureScheme;
import edgex.crypto.signature.SignatureSchemes;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of tests. All inputs are the bytes 0, 1, 2 and so on; the unit test computes the same
 * with other implementations.
 */
final class KnownAnswers {
  private static final byte[] NOTHING = {};
  private static final byte[] MESSAGE = pattern(50);

  /** Freshness that is the same each time: zeros, so hedged signatures are deterministic ones. */
  private static final RandomSource NO_FRESHNESS = (output, offset, length) -> {};

  private KnownAnswers() {}

  static byte[] pattern(int length) {
    byte[] pattern = new byte[length];
    for (int i = 0; i < length; i++) {
      pattern[i] = (byte) i;
    }
    return pattern;
  }

  static List<KnownAnswer> all() {
    List<KnownAnswer> tests = new ArrayList<>();
    addSymmetric(tests);
    addGenerators(tests);
    addKems(tests);
    addSignatures(tests);
    return tests;
  }

  private static void addSymmetric(List<KnownAnswer> tests) {
    tests.add(
        new KnownAnswer(
            "SHA-256",
            "0ebce6f3be0ff0c245221b7fe58a503ca2a20431594a000d3acbb899e273b0f5",
            () -> hash(Sha2.sha256())));
    tests.add(
        new KnownAnswer(
            "SHA-384",
            "6a8a5f87986f897b7af44d44a585be14225820dffe41567891b0bb51dda97f0b",
            () -> hash(Sha2.sha384())));
    tests.add(
        new KnownAnswer(
            "SHA-512",
            "accfa87363c1ea789521135cd004e9661cbb6257d07d9aaf9534705684d44fc8",
            () -> hash(Sha2.sha512())));
    tests.add(
        new KnownAnswer(
            "SHA3-256",
            "bbf5a03b5336513bdda33eba9ed689d106bf3ebc6c2170afe7935e22c5a972bf",
            () -> hash(Sponge.sha3(256))));
    tests.add(
        new KnownAnswer(
            "HMAC-SHA-256",
            "66c92e3a4a4c40704c8d527ba509f9cc5c4f8b2b07807e80189f11f8c4949aef",
            KnownAnswers::authenticate));
    tests.add(
        new KnownAnswer(
            "HKDF-SHA-256",
            "6e8126d123655cd004599d5a18ec6492255c12125dac933c575e37a32930bcd8",
            KnownAnswers::derive));
    tests.add(
        new KnownAnswer(
            "AES-256-GCM",
            "cb2fd028cbe809b980a9a8e1837007dc82a3f805403ad70afaa082c26bebb449",
            () -> seal(new AesGcm(pattern(32)))));
    tests.add(
        new KnownAnswer(
            "AES-256-GCM-SIV",
            "dc77fd2cec8997ca04df23b463186dc3448eabf523b68472e23447e48d17798a",
            () -> seal(new AesGcmSiv(pattern(32)))));
    tests.add(
        new KnownAnswer(
            "ChaCha20-Poly1305",
            "471474ecda915a5b2fc38da50dca4daaa3cd82535afb45bca994536f49e94858",
            () -> seal(ChaCha20Poly1305.withShortNonce(pattern(32)))));
  }

  private static void addGenerators(List<KnownAnswer> tests) {
    tests.add(
        new KnownAnswer(
            "HMAC_DRBG",
            "15df32420ccce159af2225aa40067266ab17bc58d5e8b31dd3f352a7d811d63b",
            KnownAnswers::hmacDrbg));
    tests.add(
        new KnownAnswer(
            "CTR_DRBG",
            "7a239b8a527c2791cbbc21268ad02e5b158096f1dcc033769db85103fc4d6bac",
            KnownAnswers::ctrDrbg));
  }

  private static void addKems(List<KnownAnswer> tests) {
    tests.add(
        new KnownAnswer(
            "X25519",
            "2436de89480adccee518b2ffa25dc59bcacb7e8bea1bd54ab9431e27831cd513",
            KnownAnswers::agree));
    tests.add(
        kem("ML-KEM-512", "e42a606b67eba11e6610270ffa40436e6d11d2103183f30ceed6c95e4a1352c4"));
    tests.add(
        kem("ML-KEM-768", "38fffa047edab73e6f926f6383ca4175e4f134169024f35886f8fa3f1baa6790"));
    tests.add(
        kem("ML-KEM-1024", "5ed7e42a2c2e5b8fd9305f680b6b098010704ce36a0e4bb5d0c0f835ec658508"));
  }

  private static KnownAnswer kem(String name, String expected) {
    return new KnownAnswer(name, expected, () -> encapsulate(MlKemParameters.named(name)));
  }

  private static void addSignatures(List<KnownAnswer> tests) {
    tests.add(
        signature(
            SignatureSchemes.ED25519,
            "4b5f5544231cbc466a0265e29f18aca920e9f22c202662af6d8836a9dad94558"));
    tests.add(
        signature("ML-DSA-44", "a53ca30f1e483d6b4b098e31cf24892a63dbaab730e759d67c51a620b08fec57"));
    tests.add(
        signature("ML-DSA-65", "b395e0ab129cb3e4d4a521c9a9a981d7fb35c8615540a078deb93335dd11adae"));
    tests.add(
        signature("ML-DSA-87", "827ae194e3a8b70bdb9b2eb1275f8075c8747215a23cb84be67ec60480ca8c71"));
    tests.add(
        signature(
            "SLH-DSA-SHA2-128f",
            "18f6996d3637ab4dc4954bf7d18c95ce464f904345ec7e887d1045a05979c7d4"));
  }

  private static KnownAnswer signature(String name, String expected) {
    return new KnownAnswer(name, expected, () -> sign(SignatureSchemes.named(name)));
  }

  private static byte[] hash(Hash hash) {
    byte[] digest = new byte[hash.digestBytes()];
    hash.update(MESSAGE, 0, MESSAGE.length);
    hash.digest(digest, 0);
    return digest;
  }

  private static byte[] authenticate() {
    Hmac hmac = new Hmac(Sha2.sha256());
    byte[] code = new byte[hmac.codeBytes()];
    hmac.start(pattern(32), 0, 32);
    hmac.update(MESSAGE, 0, MESSAGE.length);
    hmac.finish(code, 0);
    return code;
  }

  private static byte[] derive() {
    Hkdf hkdf = new Hkdf(Sha2.sha256());
    byte[] key = new byte[hkdf.keyBytes()];
    byte[] output = new byte[80];
    hkdf.extract(pattern(16), pattern(32), key, 0);
    hkdf.expand(key, MESSAGE, output, 0, output.length);
    return output;
  }

  /** Sealed text; that it opens again, and not when it is changed, is tested as well. */
  private static byte[] seal(AuthenticatedCipher cipher) {
    byte[] nonce = pattern(cipher.nonceBytes());
    byte[] sealed = new byte[MESSAGE.length + cipher.tagBytes()];
    byte[] opened = new byte[MESSAGE.length];
    cipher.seal(nonce, NOTHING, MESSAGE, 0, MESSAGE.length, sealed, 0);
    cipher.open(nonce, NOTHING, sealed, 0, sealed.length, opened, 0);
    requireSame(MESSAGE, opened);
    return sealed;
  }

  private static void requireSame(byte[] expected, byte[] actual) {
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] != actual[i]) {
        throw new CryptoException("what was made does not come back");
      }
    }
  }

  private static byte[] hmacDrbg() {
    HmacDrbg generator = new HmacDrbg(Sha2.sha256());
    byte[] output = new byte[80];
    generator.instantiate(pattern(32), pattern(16), NOTHING);
    generator.generate(output, 0, output.length);
    generator.reseed(pattern(32), NOTHING);
    generator.generate(output, 0, output.length);
    return output;
  }

  private static byte[] ctrDrbg() {
    CtrDrbg generator = new CtrDrbg();
    byte[] output = new byte[80];
    generator.instantiate(pattern(CtrDrbg.SEED_BYTES), NOTHING);
    generator.generate(output, 0, output.length);
    generator.reseed(pattern(CtrDrbg.SEED_BYTES), NOTHING);
    generator.generate(output, 0, output.length);
    return output;
  }

  private static byte[] agree() {
    X25519 curve = new X25519();
    byte[] output = new byte[64];
    curve.derivePublicKey(pattern(32), 0, output, 0);
    curve.agree(pattern(33), 1, output, 0, output, 32);
    return output;
  }

  /** Both keys, ciphertext, secret. */
  private static byte[] encapsulate(MlKemParameters set) {
    MlKem kem = new MlKem(set);
    byte[] publicKey = new byte[set.encapsulationKeyBytes()];
    byte[] privateKey = new byte[set.decapsulationKeyBytes()];
    byte[] ciphertext = new byte[set.ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    byte[] recovered = new byte[MlKemParameters.SECRET_BYTES];
    kem.generateKeys(pattern(MlKemParameters.SEED_BYTES), 0, publicKey, 0, privateKey, 0);
    kem.encapsulate(publicKey, 0, pattern(32), 0, ciphertext, 0, secret, 0);
    kem.decapsulate(privateKey, 0, ciphertext, 0, recovered, 0);
    requireSame(secret, recovered);
    return join(publicKey, privateKey, ciphertext, secret);
  }

  /** Public key and signature, which must be valid, and not when it is changed. */
  private static byte[] sign(SignatureScheme scheme) {
    byte[] privateKey =
        scheme.generatePrivateKey(
            (output, offset, length) ->
                System.arraycopy(pattern(length), 0, output, offset, length));
    byte[] publicKey = scheme.publicKey(privateKey);
    byte[] signature = scheme.sign(privateKey, MESSAGE, NOTHING, NO_FRESHNESS);
    boolean isValid = scheme.verify(publicKey, MESSAGE, NOTHING, signature);
    signature[0] ^= 1;
    boolean isDamagedValid = scheme.verify(publicKey, MESSAGE, NOTHING, signature);
    signature[0] ^= 1;
    if (!isValid || isDamagedValid) {
      throw new CryptoException("a signature is not told from a damaged one");
    }
    return join(publicKey, signature);
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] joined = new byte[length];
    int next = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, next, part.length);
      next += part.length;
    }
    return joined;
  }
}
