package edgex.bench.crypto;

import edgex.bench.crypto.target.Operation;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.signers.SLHDSASigner;

/** The same operations by BouncyCastle's lightweight classes, with free random numbers. */
final class BouncyCastleOperations {
  private static final int BULK_BYTES = 16_384;

  private BouncyCastleOperations() {}

  static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    operations.addAll(encapsulation("ml-kem-512", MLKEMParameters.ml_kem_512));
    operations.addAll(encapsulation("ml-kem-768", MLKEMParameters.ml_kem_768));
    operations.addAll(encapsulation("ml-kem-1024", MLKEMParameters.ml_kem_1024));
    operations.addAll(signatures("ml-dsa-44", MLDSAParameters.ml_dsa_44));
    operations.addAll(signatures("ml-dsa-65", MLDSAParameters.ml_dsa_65));
    operations.addAll(signatures("ml-dsa-87", MLDSAParameters.ml_dsa_87));
    operations.add(hashSignature("slh-dsa-sha2-128s", SLHDSAParameters.sha2_128s));
    operations.add(hashSignature("slh-dsa-shake-128s", SLHDSAParameters.shake_128s));
    operations.add(bulk("sha2-256", new SHA256Digest()));
    operations.add(bulk("sha2-512", new SHA512Digest()));
    operations.add(bulk("sha3-256", new SHA3Digest(256)));
    operations.add(bulk("shake-128", new SHAKEDigest(128)));
    operations.addAll(BouncyCastleClassical.all(BULK_BYTES));
    return operations;
  }

  /** Random numbers that cost nothing and differ. */
  private static final class FreeRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    private int number;

    @Override
    public void nextBytes(byte[] bytes) {
      number++;
      bytes[0] = (byte) number;
      bytes[1] = (byte) (number >> 8);
    }
  }

  private static List<Operation> encapsulation(String name, MLKEMParameters parameters) {
    SecureRandom random = new FreeRandom();
    MLKEMKeyPairGenerator generator = new MLKEMKeyPairGenerator();
    generator.init(new MLKEMKeyGenerationParameters(random, parameters));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    MLKEMGenerator encapsulator = new MLKEMGenerator(random);
    SecretWithEncapsulation encapsulated = encapsulator.generateEncapsulated(pair.getPublic());
    byte[] ciphertext = encapsulated.getEncapsulation();
    return List.of(
        operation(name + ".keygen", 0, number -> generator.generateKeyPair()),
        operation(
            name + ".encaps", 0, number -> encapsulator.generateEncapsulated(pair.getPublic())),
        operation(
            name + ".decaps",
            0,
            number ->
                new MLKEMExtractor((MLKEMPrivateKeyParameters) pair.getPrivate())
                    .extractSecret(ciphertext)));
  }

  private static List<Operation> signatures(String name, MLDSAParameters parameters) {
    MLDSAKeyPairGenerator generator = new MLDSAKeyPairGenerator();
    generator.init(new MLDSAKeyGenerationParameters(new FreeRandom(), parameters));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    byte[] message = new byte[32];
    byte[] signature = sign(pair, message);
    byte[] signed = message.clone();
    return List.of(
        operation(name + ".keygen", 0, number -> generator.generateKeyPair()),
        operation(
            name + ".sign",
            0,
            number -> {
              message[0] = (byte) number;
              message[1] = (byte) (number >> 8);
              sign(pair, message);
            }),
        operation(
            name + ".verify",
            0,
            number -> {
              MLDSASigner verifier = new MLDSASigner();
              verifier.init(false, pair.getPublic());
              verifier.update(signed, 0, signed.length);
              if (!verifier.verifySignature(signature)) {
                throw new IllegalStateException(name + " refuses its own signature");
              }
            }));
  }

  private static byte[] sign(AsymmetricCipherKeyPair pair, byte[] message) {
    try {
      MLDSASigner signer = new MLDSASigner();
      signer.init(true, pair.getPrivate());
      signer.update(message, 0, message.length);
      return signer.generateSignature();
    } catch (CryptoException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static Operation hashSignature(String name, SLHDSAParameters parameters) {
    int hashBytes = parameters.getN();
    SLHDSAPublicKeyParameters key =
        new SLHDSAPublicKeyParameters(parameters, new byte[2 * hashBytes]);
    byte[] signature = new byte[7856];
    byte[] message = new byte[32];
    return operation(
        name + ".verify",
        0,
        number -> {
          message[0] = (byte) number;
          message[1] = (byte) (number >> 8);
          SLHDSASigner verifier = new SLHDSASigner();
          verifier.init(false, key);
          verifier.verifySignature(message, signature);
        });
  }

  private static Operation bulk(String name, Digest digest) {
    byte[] data = new byte[BULK_BYTES];
    byte[] output = new byte[digest.getDigestSize()];
    return new Operation(name + ".bulk", BULK_BYTES) {
      @Override
      public void run(int number) {
        digest.update(data, 0, data.length);
        digest.doFinal(output, 0);
      }
    };
  }

  static Operation operation(String name, int bytes, IntConsumer body) {
    return new Operation(name, bytes) {
      @Override
      public void run(int number) {
        body.accept(number);
      }
    };
  }
}
