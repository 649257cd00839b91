package edgex.tests.crypto.target;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.hash.Hash;
import edgex.crypto.keccak.Sponge;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;

/**
 * Runs every parameter set on pseudorandom input and prints one hash a set, over all that it made.
 * A program whose loops are native twins must print what a JVM prints.
 */
public final class CryptoAnswers {
  private static final int RUNS = 100;

  private final Sponge random = Sponge.shake(128);
  private final Sponge results = Sponge.shake(128);

  private CryptoAnswers() {}

  /** Prints the lines. */
  public static void main(String[] arguments) {
    System.out.print(answers());
  }

  /** The lines: a name and a hash each. */
  public static String answers() {
    StringBuilder lines = new StringBuilder();
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      lines.append(new CryptoAnswers().hashes(algorithm)).append('\n');
    }
    for (MlKemParameters parameters : MlKemParameters.values()) {
      lines.append(new CryptoAnswers().encapsulation(parameters)).append('\n');
    }
    for (MlDsaParameters parameters : MlDsaParameters.values()) {
      lines.append(new CryptoAnswers().latticeSignature(parameters)).append('\n');
    }
    for (SlhDsaParameters parameters : SlhDsaParameters.values()) {
      lines.append(new CryptoAnswers().hashSignature(parameters)).append('\n');
    }
    return lines.toString();
  }

  private void fill(byte[] output, int offset, int length) {
    random.squeeze(output, offset, length);
  }

  private void keep(byte[] result) {
    results.update(result, 0, result.length);
  }

  private String line(String name) {
    byte[] hash = new byte[16];
    results.squeeze(hash, 0, hash.length);
    StringBuilder text = new StringBuilder(name).append(' ');
    for (byte value : hash) {
      text.append(Character.forDigit(value >> 4 & 15, 16));
      text.append(Character.forDigit(value & 15, 16));
    }
    return text.toString();
  }

  private String hashes(HashAlgorithm algorithm) {
    Hash hash = algorithm.newHash();
    byte[] digest = new byte[hash.digestBytes()];
    for (int length = 0; length < 600; length++) {
      byte[] message = new byte[length];
      fill(message, 0, length);
      hash.update(message, 0, length);
      hash.digest(digest, 0);
      keep(digest);
    }
    return line(algorithm.standardName());
  }

  private String encapsulation(MlKemParameters parameters) {
    MlKem kem = new MlKem(parameters);
    byte[] publicKey = new byte[parameters.encapsulationKeyBytes()];
    byte[] privateKey = new byte[parameters.decapsulationKeyBytes()];
    byte[] ciphertext = new byte[parameters.ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    for (int i = 0; i < RUNS; i++) {
      kem.generateKeys(this::fill, publicKey, 0, privateKey, 0);
      keep(privateKey);
      kem.encapsulate(publicKey, 0, this::fill, ciphertext, 0, secret, 0);
      keep(ciphertext);
      keep(secret);
      kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
      keep(secret);
      fill(ciphertext, 0, ciphertext.length);
      kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
      keep(secret);
    }
    return line(parameters.standardName());
  }

  private String latticeSignature(MlDsaParameters parameters) {
    MlDsaKeyGenerator generator = new MlDsaKeyGenerator(parameters);
    MlDsaSigner signer = new MlDsaSigner(parameters);
    MlDsaVerifier verifier = new MlDsaVerifier(parameters);
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    byte[] signature = new byte[parameters.signatureBytes()];
    byte[] context = new byte[3];
    byte[] verdict = new byte[1];
    for (int i = 0; i < RUNS; i++) {
      generator.generate(this::fill, publicKey, 0, privateKey, 0);
      keep(publicKey);
      keep(privateKey);
      signer.load(privateKey, 0, privateKey.length);
      signer.sign(publicKey, 0, i, context, this::fill, signature, 0);
      keep(signature);
      verdict[0] = (byte) (verifier.verify(publicKey, publicKey, 0, i, context, signature) ? 1 : 0);
      keep(verdict);
    }
    return line(parameters.standardName());
  }

  /** One key of the fast sets; of the small ones only a verification, which must fail. */
  private String hashSignature(SlhDsaParameters parameters) {
    SlhDsa scheme = new SlhDsa(parameters);
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    byte[] signature = new byte[parameters.signatureBytes()];
    boolean isFast = parameters.standardName().endsWith("f");
    if (isFast) {
      scheme.generateKeys(this::fill, publicKey, privateKey);
      scheme.sign(privateKey, publicKey, new byte[0], this::fill, signature);
    }
    keep(privateKey);
    keep(signature);
    boolean valid = scheme.verify(publicKey, publicKey, new byte[0], signature);
    return line(parameters.standardName() + (valid ? " valid" : " invalid"));
  }
}
