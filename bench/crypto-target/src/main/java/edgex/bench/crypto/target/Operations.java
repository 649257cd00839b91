package edgex.bench.crypto.target;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.hash.Hash;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mlkem.MlKem;
import edgex.crypto.mlkem.MlKemParameters;
import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.util.ArrayList;
import java.util.List;

/** What is measured of EdgeX. */
public final class Operations {
  private static final int BULK_BYTES = 16_384;

  private Operations() {}

  /** All operations, each with keys and memory of its own. */
  public static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    operations.addAll(encapsulation("ml-kem-512", MlKemParameters.ML_KEM_512));
    operations.addAll(encapsulation("ml-kem-768", MlKemParameters.ML_KEM_768));
    operations.addAll(encapsulation("ml-kem-1024", MlKemParameters.ML_KEM_1024));
    operations.addAll(LatticeSignatures.of("ml-dsa-44", MlDsaParameters.ML_DSA_44));
    operations.addAll(LatticeSignatures.of("ml-dsa-65", MlDsaParameters.ML_DSA_65));
    operations.addAll(LatticeSignatures.of("ml-dsa-87", MlDsaParameters.ML_DSA_87));
    operations.add(hashSignature("slh-dsa-sha2-128s", SlhDsaParameters.SHA2_128S));
    operations.add(hashSignature("slh-dsa-shake-128s", SlhDsaParameters.SHAKE_128S));
    operations.add(bulk("sha2-256", HashAlgorithm.SHA2_256));
    operations.add(bulk("sha2-512", HashAlgorithm.SHA2_512));
    operations.add(bulk("sha3-256", HashAlgorithm.SHA3_256));
    operations.add(bulk("shake-128", HashAlgorithm.SHAKE_128));
    ClassicalOperations.addTo(operations, BULK_BYTES);
    return operations;
  }

  private static List<Operation> encapsulation(String name, MlKemParameters parameters) {
    MlKem kem = new MlKem(parameters);
    byte[] seed = new byte[MlKemParameters.SEED_BYTES];
    byte[] publicKey = new byte[parameters.encapsulationKeyBytes()];
    byte[] privateKey = new byte[parameters.decapsulationKeyBytes()];
    byte[] ciphertext = new byte[parameters.ciphertextBytes()];
    byte[] secret = new byte[MlKemParameters.SECRET_BYTES];
    kem.generateKeys(seed, 0, publicKey, 0, privateKey, 0);
    kem.encapsulate(publicKey, 0, seed, 0, ciphertext, 0, secret, 0);
    Operation keys =
        new Operation(name + ".keygen", 0) {
          @Override
          public void run(int number) {
            seed[0] = (byte) number;
            kem.generateKeys(seed, 0, publicKey, 0, privateKey, 0);
          }
        };
    Operation encapsulation =
        new Operation(name + ".encaps", 0) {
          @Override
          public void run(int number) {
            seed[0] = (byte) number;
            kem.encapsulate(publicKey, 0, seed, 0, ciphertext, 0, secret, 0);
          }
        };
    Operation decapsulation =
        new Operation(name + ".decaps", 0) {
          @Override
          public void run(int number) {
            kem.decapsulate(privateKey, 0, ciphertext, 0, secret, 0);
          }
        };
    return List.of(keys, encapsulation, decapsulation);
  }

  private static Operation hashSignature(String name, SlhDsaParameters parameters) {
    SlhDsa scheme = new SlhDsa(parameters);
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    // Verification takes the same time whether the signature is right or not.
    byte[] signature = new byte[parameters.signatureBytes()];
    byte[] message = new byte[32];
    return new Operation(name + ".verify", 0) {
      @Override
      public void run(int number) {
        message[0] = (byte) number;
        message[1] = (byte) (number >> 8);
        scheme.verify(publicKey, message, new byte[0], signature);
      }
    };
  }

  private static Operation bulk(String name, HashAlgorithm algorithm) {
    Hash hash = algorithm.newHash();
    byte[] data = new byte[BULK_BYTES];
    byte[] digest = new byte[hash.digestBytes()];
    return new Operation(name + ".bulk", BULK_BYTES) {
      @Override
      public void run(int number) {
        hash.update(data, 0, data.length);
        hash.digest(digest, 0);
      }
    };
  }
}
