package edgex.tests.crypto.secrets;

import edgex.crypto.AuthenticatedCipher;
import edgex.crypto.aes.AesGcm;
import edgex.crypto.aes.AesGcmSiv;
import edgex.crypto.aes.AesXts;
import edgex.crypto.chacha.ChaCha20Poly1305;
import edgex.crypto.curve25519.Ed25519;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.hash.Hmac;
import edgex.crypto.hash.Sha2;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.p256.EcdhP256;
import edgex.crypto.p256.EcdsaP256;
import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;

/**
 * Uses of secrets from beginning to end. Every secret is handed over when it is no longer needed:
 * the program wipes it then, and the test, which runs the same on the JVM, learns what must be
 * nowhere in the program's memory.
 */
public final class SecretLives {
  /** Gets the secrets at the end of their lives. */
  public interface End {
    /** Takes a range of an array that holds a secret. */
    void of(byte[] secret, int offset, int length);
  }

  private static final byte[] NOTHING = {};
  private static final int MESSAGE_BYTES = 100;

  private final End end;

  private SecretLives(End end) {
    this.end = end;
  }

  /** Lives all lives. */
  public static void run(End end) {
    SecretLives lives = new SecretLives(end);
    lives.encapsulation(MlKemParameters.ML_KEM_768);
    lives.latticeSignature(MlDsaParameters.ML_DSA_65);
    lives.hashSignature(SlhDsaParameters.SHAKE_128F);
    lives.hashSignature(SlhDsaParameters.SHA2_128F);
    lives.agreement();
    lives.curveSignatures();
    lives.ciphers();
    lives.code();
  }

  private void end(byte[] secret) {
    end.of(secret, 0, secret.length);
  }

  private static byte[] make(int length) {
    byte[] secret = new byte[length];
    Pattern.fill(secret, 0, length);
    return secret;
  }

  private void encapsulation(MlKemParameters parameters) {
    MlKem kem = new MlKem(parameters);
    byte[] publicKey = new byte[parameters.encapsulationKeyBytes()];
    byte[] privateKey = new byte[parameters.decapsulationKeyBytes()];
    byte[] ciphertext = new byte[parameters.ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    byte[] seed = make(MlKemParameters.SEED_BYTES);
    byte[] message = make(MlKemParameters.SECRET_BYTES);
    kem.generateKeys(seed, 0, publicKey, 0, privateKey, 0);
    end(seed);
    kem.encapsulate(publicKey, 0, message, 0, ciphertext, 0, secret, 0);
    end(message);
    kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
    end(secret);
    end.of(privateKey, 0, privateKey.length - publicKey.length - 64);
    end.of(privateKey, privateKey.length - 32, 32);
  }

  private void latticeSignature(MlDsaParameters parameters) {
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    byte[] seed = make(MlDsaParameters.SEED_BYTES);
    new MlDsaKeyGenerator(parameters).generate(seed, 0, publicKey, 0, privateKey, 0);
    end(seed);
    MlDsaSigner signer = new MlDsaSigner(parameters);
    signer.load(privateKey, 0, privateKey.length);
    byte[] signature = new byte[parameters.signatureBytes()];
    signer.sign(publicKey, 0, MESSAGE_BYTES, NOTHING, Pattern::fill, signature, 0);
    signer.wipe();
    end.of(privateKey, 32, 32);
    end.of(privateKey, 128, privateKey.length - 128);
  }

  private void hashSignature(SlhDsaParameters parameters) {
    SlhDsa scheme = new SlhDsa(parameters);
    byte[] seeds = make(3 * parameters.hashBytes());
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    scheme.generateKeys(seeds, publicKey, privateKey);
    byte[] signature = new byte[parameters.signatureBytes()];
    scheme.signDeterministic(privateKey, publicKey, NOTHING, signature);
    end.of(seeds, 0, 2 * parameters.hashBytes());
    end.of(privateKey, 0, 2 * parameters.hashBytes());
  }

  private void agreement() {
    byte[] publicKey = new byte[EcdhP256.PUBLIC_KEY_BYTES];
    byte[] privateKey = make(X25519.KEY_BYTES);
    byte[] secret = new byte[X25519.KEY_BYTES];
    X25519 edwards = new X25519();
    edwards.derivePublicKey(privateKey, 0, publicKey, 0);
    edwards.agree(privateKey, 0, publicKey, 0, secret, 0);
    end(secret);
    EcdhP256 prime = new EcdhP256();
    prime.derivePublicKey(privateKey, 0, publicKey, 0);
    byte[] primeSecret = new byte[X25519.KEY_BYTES];
    prime.agree(privateKey, 0, publicKey, 0, primeSecret, 0);
    end(primeSecret);
    end(privateKey);
  }

  private void curveSignatures() {
    byte[] privateKey = make(Ed25519.PRIVATE_KEY_BYTES + 1);
    byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
    new Ed25519().sign(privateKey, 0, signature, 0, MESSAGE_BYTES / 2, signature, 0);
    end(privateKey);
    byte[] scalar = make(EcdhP256.PRIVATE_KEY_BYTES);
    new EcdsaP256().signDeterministic(scalar, new byte[32], signature, 0);
    end(scalar);
  }

  private void ciphers() {
    byte[] key = make(32);
    cipher(new AesGcm(key));
    cipher(new AesGcmSiv(key));
    cipher(ChaCha20Poly1305.withShortNonce(key));
    cipher(ChaCha20Poly1305.withLongNonce(key));
    AesXts sectors = new AesXts(key);
    byte[] sector = make(512);
    sectors.encrypt(1, sector, 0, sector.length, new byte[512], 0);
    sectors.wipe();
    end(sector);
    end(key);
  }

  private void cipher(AuthenticatedCipher cipher) {
    byte[] text = make(MESSAGE_BYTES);
    byte[] sealed = new byte[MESSAGE_BYTES + cipher.tagBytes()];
    cipher.seal(new byte[cipher.nonceBytes()], NOTHING, text, 0, MESSAGE_BYTES, sealed, 0);
    cipher.wipe();
    end(text);
  }

  private void code() {
    byte[] key = make(60);
    Hmac hmac = new Hmac(Sha2.sha256());
    hmac.start(key, 0, key.length);
    hmac.finish(new byte[hmac.codeBytes()], 0);
    hmac.wipe();
    end(key);
  }
}
