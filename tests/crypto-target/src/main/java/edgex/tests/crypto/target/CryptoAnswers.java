package edgex.tests.crypto.target;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.hash.Hash;
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

  private final Transcript transcript = new Transcript();

  private CryptoAnswers() {}

  /**
   * Prints the lines.
   *
   * @param arguments how much of the processor native twins may use, from 0, which is portable
   */
  public static void main(String[] arguments) {
    NativeLevel.limit(Integer.parseInt(arguments[0]));
    System.out.print(answers());
  }

  /** The lines: a name and a hash each. */
  public static String answers() {
    StringBuilder lines = new StringBuilder();
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      lines.append(new CryptoAnswers().hashes(algorithm));
    }
    for (MlKemParameters parameters : MlKemParameters.values()) {
      lines.append(new CryptoAnswers().encapsulation(parameters));
    }
    for (MlDsaParameters parameters : MlDsaParameters.values()) {
      lines.append(new CryptoAnswers().latticeSignature(parameters));
    }
    for (SlhDsaParameters parameters : SlhDsaParameters.values()) {
      lines.append(new CryptoAnswers().hashSignature(parameters));
    }
    CipherAnswers.addTo(lines);
    CurveAnswers.addTo(lines);
    return lines.toString();
  }

  private String hashes(HashAlgorithm algorithm) {
    Hash hash = algorithm.newHash();
    byte[] digest = new byte[hash.digestBytes()];
    for (int length = 0; length < 600; length++) {
      byte[] message = new byte[length];
      transcript.fill(message, 0, length);
      hash.update(message, 0, length);
      hash.digest(digest, 0);
      transcript.keep(digest);
    }
    return transcript.line(algorithm.standardName());
  }

  private String encapsulation(MlKemParameters parameters) {
    MlKem kem = new MlKem(parameters);
    byte[] publicKey = new byte[parameters.encapsulationKeyBytes()];
    byte[] privateKey = new byte[parameters.decapsulationKeyBytes()];
    byte[] ciphertext = new byte[parameters.ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    for (int i = 0; i < RUNS; i++) {
      kem.generateKeys(transcript::fill, publicKey, 0, privateKey, 0);
      transcript.keep(privateKey);
      kem.encapsulate(publicKey, 0, transcript::fill, ciphertext, 0, secret, 0);
      transcript.keep(ciphertext);
      transcript.keep(secret);
      kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
      transcript.keep(secret);
      transcript.fill(ciphertext, 0, ciphertext.length);
      kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
      transcript.keep(secret);
    }
    return transcript.line(parameters.standardName());
  }

  private String latticeSignature(MlDsaParameters parameters) {
    MlDsaKeyGenerator generator = new MlDsaKeyGenerator(parameters);
    MlDsaSigner signer = new MlDsaSigner(parameters);
    MlDsaVerifier verifier = new MlDsaVerifier(parameters);
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    byte[] signature = new byte[parameters.signatureBytes()];
    byte[] context = new byte[3];
    for (int i = 0; i < RUNS; i++) {
      generator.generate(transcript::fill, publicKey, 0, privateKey, 0);
      transcript.keep(publicKey);
      transcript.keep(privateKey);
      signer.load(privateKey, 0, privateKey.length);
      signer.sign(publicKey, 0, i, context, transcript::fill, signature, 0);
      transcript.keep(signature);
      transcript.keep(verifier.verify(publicKey, publicKey, 0, i, context, signature));
    }
    return transcript.line(parameters.standardName());
  }

  /** One key of the fast sets; of the small ones only a verification, which must fail. */
  private String hashSignature(SlhDsaParameters parameters) {
    SlhDsa scheme = new SlhDsa(parameters);
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    byte[] signature = new byte[parameters.signatureBytes()];
    boolean isFast = parameters.standardName().endsWith("f");
    if (isFast) {
      scheme.generateKeys(transcript::fill, publicKey, privateKey);
      scheme.sign(privateKey, publicKey, new byte[0], transcript::fill, signature);
    }
    transcript.keep(privateKey);
    transcript.keep(signature);
    boolean valid = scheme.verify(publicKey, publicKey, new byte[0], signature);
    return transcript.line(parameters.standardName() + (valid ? " valid" : " invalid"));
  }
}
