package edgex.tests.crypto.target;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.KeyAgreement;
import edgex.crypto.argon2.Argon2id;
import edgex.crypto.blake2.Blake2b;
import edgex.crypto.blake2.Blake2s;
import edgex.crypto.composite.CompositeSignature;
import edgex.crypto.curve25519.Ed25519;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;
import edgex.crypto.hpke.Hpke;
import edgex.crypto.hpke.HpkeCipher;
import edgex.crypto.hpke.HpkeContext;
import edgex.crypto.hpke.HpkeKem;
import edgex.crypto.kem.KeyEncapsulation;
import edgex.crypto.kem.TlsHybrid;
import edgex.crypto.kem.XWing;
import edgex.crypto.p256.EcdhP256;
import edgex.crypto.p256.EcdsaP256;
import edgex.crypto.random.HmacDrbg;

/** Curves, and what is built from them and from hashes. */
final class CurveAnswers {
  private static final int RUNS = 10;
  private static final byte[] NOTHING = {};

  private CurveAnswers() {}

  static void addTo(StringBuilder lines) {
    lines.append(agreement("X25519", new X25519()));
    lines.append(agreement("ECDH-P256", new EcdhP256()));
    lines.append(edwardsSignature());
    lines.append(primeSignature());
    lines.append(encapsulation("X-Wing", new XWing()));
    lines.append(encapsulation("X25519MLKEM768", TlsHybrid.x25519MlKem768()));
    lines.append(encapsulation("SecP256r1MLKEM768", TlsHybrid.secP256r1MlKem768()));
    lines.append(compositeSignature());
    for (HpkeKem kem : HpkeKem.values()) {
      lines.append(hybridEncryption(kem));
    }
    lines.append(hash("BLAKE2b", new Blake2b(64)));
    lines.append(hash("BLAKE2s", new Blake2s(32)));
    lines.append(password());
    lines.append(randomNumbers());
  }

  private static String agreement(String name, KeyAgreement scheme) {
    Transcript transcript = new Transcript();
    byte[] ours = new byte[scheme.publicKeyBytes()];
    byte[] theirs = new byte[scheme.publicKeyBytes()];
    byte[] privateKey = new byte[scheme.privateKeyBytes()];
    byte[] secret = new byte[32];
    scheme.generateKeys(transcript::fill, privateKey, 0, theirs, 0);
    for (int i = 0; i < RUNS; i++) {
      scheme.generateKeys(transcript::fill, privateKey, 0, ours, 0);
      transcript.keep(ours);
      scheme.agree(privateKey, 0, theirs, 0, secret, 0);
      transcript.keep(secret);
    }
    return transcript.line(name);
  }

  private static String edwardsSignature() {
    Transcript transcript = new Transcript();
    Ed25519 scheme = new Ed25519();
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_BYTES];
    byte[] privateKey = new byte[Ed25519.PRIVATE_KEY_BYTES];
    byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
    for (int i = 0; i < RUNS; i++) {
      scheme.generateKeys(transcript::fill, privateKey, 0, publicKey, 0);
      scheme.sign(privateKey, 0, publicKey, 0, 32, signature, 0);
      transcript.keep(signature);
      transcript.keep(scheme.verify(publicKey, 0, publicKey, 0, 32, signature, 0, 64));
      signature[i] ^= 4;
      transcript.keep(scheme.verify(publicKey, 0, publicKey, 0, 32, signature, 0, 64));
    }
    return transcript.line("Ed25519");
  }

  private static String primeSignature() {
    Transcript transcript = new Transcript();
    EcdsaP256 scheme = new EcdsaP256();
    byte[] publicKey = new byte[EcdhP256.PUBLIC_KEY_BYTES];
    byte[] privateKey = new byte[EcdhP256.PRIVATE_KEY_BYTES];
    byte[] signature = new byte[EcdsaP256.SIGNATURE_BYTES];
    for (int i = 0; i < RUNS; i++) {
      new EcdhP256().generateKeys(transcript::fill, privateKey, 0, publicKey, 0);
      byte[] digest = transcript.make(32);
      scheme.sign(privateKey, digest, transcript::fill, signature, 0);
      transcript.keep(signature);
      transcript.keep(scheme.verify(publicKey, digest, signature));
      signature[i] ^= 4;
      transcript.keep(scheme.verify(publicKey, digest, signature));
    }
    return transcript.line("ECDSA-P256");
  }

  private static String encapsulation(String name, KeyEncapsulation kem) {
    Transcript transcript = new Transcript();
    byte[] publicKey = new byte[kem.publicKeyBytes()];
    byte[] privateKey = new byte[kem.privateKeyBytes()];
    byte[] ciphertext = new byte[kem.ciphertextBytes()];
    byte[] secret = new byte[kem.secretBytes()];
    for (int i = 0; i < RUNS; i++) {
      kem.generateKeys(transcript::fill, publicKey, privateKey);
      transcript.keep(publicKey);
      kem.encapsulate(publicKey, transcript::fill, ciphertext, secret);
      transcript.keep(ciphertext);
      transcript.keep(secret);
      kem.decapsulate(privateKey, ciphertext, secret);
      transcript.keep(secret);
    }
    return transcript.line(name);
  }

  private static String compositeSignature() {
    Transcript transcript = new Transcript();
    CompositeSignature scheme = new CompositeSignature();
    byte[] publicKey = new byte[CompositeSignature.PUBLIC_KEY_BYTES];
    byte[] privateKey = new byte[CompositeSignature.PRIVATE_KEY_BYTES];
    byte[] signature = new byte[CompositeSignature.SIGNATURE_BYTES];
    scheme.generateKeys(transcript::fill, publicKey, privateKey);
    scheme.sign(privateKey, publicKey, NOTHING, transcript::fill, signature);
    transcript.keep(signature);
    transcript.keep(scheme.verify(publicKey, publicKey, NOTHING, signature));
    return transcript.line("MLDSA65-Ed25519-SHA512");
  }

  private static String hybridEncryption(HpkeKem kem) {
    Transcript transcript = new Transcript();
    for (HpkeCipher cipher : HpkeCipher.values()) {
      Hpke scheme = new Hpke(kem, HashAlgorithm.SHA2_256, cipher);
      byte[] publicKey = new byte[scheme.mechanism().publicKeyBytes()];
      byte[] privateKey = new byte[scheme.mechanism().privateKeyBytes()];
      byte[] encapsulated = new byte[scheme.mechanism().ciphertextBytes()];
      scheme.mechanism().generateKeys(transcript::fill, publicKey, privateKey);
      HpkeContext sender = scheme.startSending(publicKey, NOTHING, transcript::fill, encapsulated);
      HpkeContext receiver = scheme.startReceiving(privateKey, encapsulated, NOTHING);
      for (int i = 0; i < RUNS; i++) {
        byte[] sealed = sender.seal(publicKey, transcript.make(20 * i));
        transcript.keep(sealed);
        transcript.keep(receiver.open(publicKey, sealed));
      }
    }
    return transcript.line("HPKE " + kem.name());
  }

  private static String hash(String name, Hash hash) {
    Transcript transcript = new Transcript();
    byte[] digest = new byte[hash.digestBytes()];
    for (int length = 0; length < 600; length++) {
      hash.update(transcript.make(length), 0, length);
      hash.digest(digest, 0);
      transcript.keep(digest);
    }
    return transcript.line(name);
  }

  private static String password() {
    Transcript transcript = new Transcript();
    byte[] output = new byte[100];
    new Argon2id(2, 64, 2)
        .hash(transcript.make(10), transcript.make(16), NOTHING, transcript.make(5), output);
    transcript.keep(output);
    return transcript.line("Argon2id");
  }

  private static String randomNumbers() {
    Transcript transcript = new Transcript();
    HmacDrbg generator = new HmacDrbg(Sha2.sha512());
    generator.instantiate(transcript.make(48), transcript.make(16), NOTHING);
    byte[] numbers = new byte[1000];
    generator.generate(numbers, 0, numbers.length);
    transcript.keep(numbers);
    return transcript.line("HMAC_DRBG");
  }
}
