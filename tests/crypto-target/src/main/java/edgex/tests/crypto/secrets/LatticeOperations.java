package edgex.tests.crypto.secrets;

import edgex.crypto.kem.KeyEncapsulation;
import edgex.crypto.kem.TlsHybrid;
import edgex.crypto.kem.XWing;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import java.util.List;

/** ML-KEM, the hybrids with it, and ML-DSA. */
final class LatticeOperations {
  /** Signatures of each set: enough for every way in which an attempt can fail. */
  private static final int SIGNATURES = 12;

  private LatticeOperations() {}

  static void addTo(List<SecretOperation> operations) {
    for (MlKemParameters parameters : MlKemParameters.values()) {
      operations.add(
          new SecretOperation(parameters.standardName(), () -> encapsulation(parameters)));
    }
    operations.add(new SecretOperation("X-Wing", () -> hybrid(new XWing())));
    operations.add(new SecretOperation("X25519MLKEM768", () -> hybrid(TlsHybrid.x25519MlKem768())));
    operations.add(
        new SecretOperation("SecP256r1MLKEM768", () -> hybrid(TlsHybrid.secP256r1MlKem768())));
    for (MlDsaParameters parameters : MlDsaParameters.values()) {
      operations.add(new SecretOperation(parameters.standardName(), () -> signature(parameters)));
    }
  }

  /** Keys of a secret seed, a secret message to them, and back; then a ciphertext of nobody's. */
  private static void encapsulation(MlKemParameters parameters) {
    MlKem kem = new MlKem(parameters);
    byte[] publicKey = new byte[parameters.encapsulationKeyBytes()];
    byte[] privateKey = new byte[parameters.decapsulationKeyBytes()];
    byte[] ciphertext = new byte[parameters.ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    kem.generateKeys(Secrets.make(MlKemParameters.SEED_BYTES), 0, publicKey, 0, privateKey, 0);
    Secrets.publish(publicKey);
    byte[] message = Secrets.make(MlKemParameters.SECRET_BYTES);
    kem.encapsulate(publicKey, 0, message, 0, ciphertext, 0, secret, 0);
    Secrets.publish(ciphertext);
    markPrivateParts(privateKey, publicKey.length);
    kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
    Secrets.publish(secret);
    ciphertext[ciphertext.length / 2] ^= 1;
    kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
    Secrets.publish(secret);
  }

  /** The secret vector and the secret of the implicit rejection; between them is the public key. */
  private static void markPrivateParts(byte[] privateKey, int publicBytes) {
    int hashesBytes = 64;
    Secrets.publish(privateKey);
    Secrets.mark(privateKey, 0, privateKey.length - publicBytes - hashesBytes);
    Secrets.mark(privateKey, privateKey.length - hashesBytes / 2, hashesBytes / 2);
  }

  private static void hybrid(KeyEncapsulation kem) {
    byte[] publicKey = new byte[kem.publicKeyBytes()];
    byte[] privateKey = new byte[kem.privateKeyBytes()];
    byte[] ciphertext = new byte[kem.ciphertextBytes()];
    byte[] secret = new byte[kem.secretBytes()];
    kem.generateKeys(LatticeOperations::random, publicKey, privateKey);
    Secrets.publish(publicKey);
    kem.encapsulate(publicKey, LatticeOperations::random, ciphertext, secret);
    Secrets.publish(ciphertext);
    kem.decapsulate(privateKey, ciphertext, secret);
    Secrets.publish(secret);
  }

  private static void random(byte[] output, int offset, int length) {
    Pattern.fill(output, offset, length);
    Secrets.mark(output, offset, length);
  }

  private static void signature(MlDsaParameters parameters) {
    MlDsaKeyGenerator generator = new MlDsaKeyGenerator(parameters);
    MlDsaSigner signer = new MlDsaSigner(parameters);
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    byte[] signature = new byte[parameters.signatureBytes()];
    byte[] message = new byte[1];
    generator.generate(Secrets.make(MlDsaParameters.SEED_BYTES), 0, publicKey, 0, privateKey, 0);
    // Seed of the matrix, which is public, then what is not: K, the vectors; the hash of the public
    // key between them need not be told apart.
    Secrets.publish(privateKey);
    Secrets.mark(privateKey, 32, privateKey.length - 32);
    signer.load(privateKey, 0, privateKey.length);
    for (int i = 0; i < SIGNATURES; i++) {
      message[0] = (byte) i;
      signer.sign(message, 0, 1, new byte[0], LatticeOperations::random, signature, 0);
      Secrets.publish(signature);
    }
    signer.wipe();
  }
}
