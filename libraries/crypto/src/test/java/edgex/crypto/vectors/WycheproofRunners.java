package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.CryptoException;
import edgex.crypto.HashAlgorithm;
import edgex.crypto.SignedMessage;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.chacha.ChaCha20Poly1305;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Hkdf;
import edgex.crypto.hash.Hmac;
import edgex.crypto.keccak.Kmac;
import edgex.crypto.mldsa.MessageRepresentative;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.p256.EcdsaDer;
import edgex.crypto.p256.EcdsaP256;
import java.util.Arrays;
import java.util.HexFormat;

/** Which runner takes which algorithm of Wycheproof, and those runners. */
final class WycheproofRunners {
  private WycheproofRunners() {}

  /** The runner for an algorithm such as {@code HKDF-SHA-256}; null if there is none. */
  static VectorRunner find(String algorithm) {
    return switch (algorithm) {
      case "HKDF-SHA-256" -> test -> keyDerivation(test, HashAlgorithm.SHA2_256);
      case "HKDF-SHA-384" -> test -> keyDerivation(test, HashAlgorithm.SHA2_384);
      case "HMACSHA256" -> test -> hmac(test, HashAlgorithm.SHA2_256);
      case "HMACSHA384" -> test -> hmac(test, HashAlgorithm.SHA2_384);
      case "HMACSHA3-256" -> test -> hmac(test, HashAlgorithm.SHA3_256);
      case "KMAC256" -> test -> kmac(test, 256);
      case "AES-GCM" -> test -> AesRunners.wycheproof(test, () -> new AesGcm(test.bytes("key")));
      case "AES-KWP" -> AesRunners::keyWrap;
      case "CHACHA20-POLY1305" ->
          test ->
              AesRunners.wycheproof(test, () -> ChaCha20Poly1305.withShortNonce(test.bytes("key")));
      case "ECDSA" -> WycheproofRunners::ellipticSignature;
      case "EDDSA" -> Curve25519Runners::signature;
      case "XDH" -> Curve25519Runners::agreement;
      case "ML-KEM" -> WycheproofRunners::encapsulationMechanism;
      case "ML-DSA-44", "ML-DSA-65", "ML-DSA-87" -> test -> signature(test, algorithm);
      default -> null;
    };
  }

  private static boolean isValid(TestCase test) {
    return test.text("result").equals("valid");
  }

  private static void keyDerivation(TestCase test, HashAlgorithm algorithm) {
    Hkdf hkdf = new Hkdf(algorithm.newHash());
    byte[] key = new byte[hkdf.keyBytes()];
    hkdf.extract(test.bytes("salt"), test.bytes("ikm"), key, 0);
    byte[] output = new byte[test.number("size")];
    boolean accepted = true;
    try {
      hkdf.expand(key, test.bytes("info"), output, 0, output.length);
    } catch (IllegalArgumentException refused) {
      accepted = false;
    }
    assertEquals(isValid(test), accepted);
    if (accepted) {
      assertArrayEquals(test.bytes("okm"), output);
    }
  }

  private static void hmac(TestCase test, HashAlgorithm algorithm) {
    Hmac hmac = new Hmac(algorithm.newHash());
    byte[] key = test.bytes("key");
    byte[] message = test.bytes("msg");
    hmac.start(key, 0, key.length);
    hmac.update(message, 0, message.length);
    byte[] code = new byte[hmac.codeBytes()];
    hmac.finish(code, 0);
    byte[] cut = Arrays.copyOf(code, test.number("tagSize") / 8);
    assertEquals(isValid(test), Arrays.equals(test.bytes("tag"), cut));
  }

  private static void kmac(TestCase test, int strengthBits) {
    Kmac kmac = new Kmac(strengthBits, test.bytes("key"), new byte[0]);
    byte[] message = test.bytes("msg");
    kmac.update(message, 0, message.length);
    byte[] code = new byte[test.number("tagSize") / 8];
    kmac.finish(code, 0, code.length);
    assertEquals(isValid(test), Arrays.equals(test.bytes("tag"), code));
  }

  private static void ellipticSignature(TestCase test) {
    byte[] key = TestCase.parse(test.group().getAsJsonObject("publicKey"), "uncompressed");
    byte[] message = test.bytes("msg");
    Hash hash = HashAlgorithm.SHA2_256.newHash();
    hash.update(message, 0, message.length);
    byte[] digest = new byte[hash.digestBytes()];
    hash.digest(digest, 0);
    boolean accepted;
    try {
      byte[] signature = EcdsaDer.decode(test.bytes("sig"));
      assertArrayEquals(test.bytes("sig"), EcdsaDer.encode(signature));
      accepted = new EcdsaP256().verify(key, digest, signature);
    } catch (CryptoException refused) {
      accepted = false;
    }
    assertEquals(isValid(test), accepted, test.textOr("comment", ""));
  }

  private static void encapsulationMechanism(TestCase test) {
    MlKem kem = new MlKem(MlKemParameters.named(test.text("parameterSet")));
    boolean accepted = true;
    try {
      accepted = runMechanism(test, kem);
    } catch (CryptoException | IndexOutOfBoundsException refused) {
      accepted = false;
    }
    assertEquals(isValid(test), accepted, test.textOr("comment", ""));
  }

  /** Whether keys, ciphertext and secret are what the vector says. */
  private static boolean runMechanism(TestCase test, MlKem kem) {
    MlKemParameters parameters = kem.parameters();
    byte[] encapsulationKey = new byte[parameters.encapsulationKeyBytes()];
    byte[] decapsulationKey = new byte[parameters.decapsulationKeyBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    if (test.text("type").equals("MLKEMEncapsTest")) {
      byte[] key = test.bytes("ek");
      if (!kem.isEncapsulationKey(key, 0, key.length)) {
        return false;
      }
      byte[] ciphertext = new byte[parameters.ciphertextBytes()];
      kem.encapsulate(key, 0, test.bytes("m"), 0, ciphertext, 0, secret, 0);
      return Arrays.equals(test.bytes("c"), ciphertext) && Arrays.equals(test.bytes("K"), secret);
    }
    if (test.has("seed")) {
      byte[] seed = test.bytes("seed");
      if (seed.length != MlKemParameters.SEED_BYTES) {
        return false;
      }
      kem.generateKeys(seed, 0, encapsulationKey, 0, decapsulationKey, 0);
      if (test.has("ek") && !Arrays.equals(test.bytes("ek"), encapsulationKey)) {
        return false;
      }
    } else {
      decapsulationKey = test.bytes("dk");
      if (!kem.isDecapsulationKey(decapsulationKey, 0, decapsulationKey.length)) {
        return false;
      }
    }
    if (test.has("dk") && !Arrays.equals(test.bytes("dk"), decapsulationKey)) {
      return false;
    }
    if (!test.has("c")) {
      return true;
    }
    byte[] ciphertext = test.bytes("c");
    if (ciphertext.length != parameters.ciphertextBytes()) {
      return false;
    }
    kem.decapsulate(decapsulationKey, 0, ciphertext, 0, secret, 0);
    return !test.has("K") || Arrays.equals(test.bytes("K"), secret);
  }

  private static void signature(TestCase test, String algorithm) {
    MlDsaParameters parameters = MlDsaParameters.named(algorithm);
    boolean accepted = true;
    try {
      accepted =
          test.text("type").equals("MlDsaVerify")
              ? verify(test, parameters)
              : sign(test, parameters);
    } catch (CryptoException | IndexOutOfBoundsException refused) {
      accepted = false;
    }
    assertEquals(isValid(test), accepted, test.textOr("comment", ""));
  }

  private static boolean verify(TestCase test, MlDsaParameters parameters) {
    byte[] publicKey = test.bytes("publicKey");
    if (publicKey.length != parameters.publicKeyBytes()) {
      return false;
    }
    byte[] message = test.bytes("msg");
    return new MlDsaVerifier(parameters)
        .verify(publicKey, message, 0, message.length, test.bytesOrEmpty("ctx"), test.bytes("sig"));
  }

  private static boolean sign(TestCase test, MlDsaParameters parameters) {
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    if (test.has("privateSeed")) {
      if (test.bytes("privateSeed").length != MlDsaParameters.SEED_BYTES) {
        return false;
      }
      byte[] publicKey = new byte[parameters.publicKeyBytes()];
      new MlDsaKeyGenerator(parameters)
          .generate(test.bytes("privateSeed"), 0, publicKey, 0, privateKey, 0);
      assertEquals(test.text("publicKey"), HexFormat.of().formatHex(publicKey));
    } else {
      privateKey = test.bytes("privateKey");
    }
    MlDsaSigner signer = new MlDsaSigner(parameters);
    signer.load(privateKey, 0, privateKey.length);
    byte[] mu = new byte[MlDsaParameters.REPRESENTATIVE_BYTES];
    if (test.has("msg")) {
      MessageRepresentative representative = new MessageRepresentative();
      byte[] message = test.bytes("msg");
      signer.startRepresentative(
          representative, SignedMessage.purePrefix(test.bytesOrEmpty("ctx")));
      representative.update(message, 0, message.length);
      representative.finish(mu, 0);
      if (test.has("mu")) {
        assertArrayEquals(test.bytes("mu"), mu);
      }
    } else {
      mu = test.bytes("mu");
    }
    byte[] signature = new byte[parameters.signatureBytes()];
    byte[] randomness =
        test.has("rnd") ? test.bytes("rnd") : new byte[MlDsaParameters.RANDOMNESS_BYTES];
    signer.signRepresentative(mu, 0, randomness, 0, signature, 0);
    return Arrays.equals(test.bytes("sig"), signature);
  }
}
