package edgex.bench.crypto.target;

import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;
import java.util.List;

/** The operations of ML-DSA. Signing reads and expands the private key each time. */
final class LatticeSignatures {
  private static final byte[] NO_CONTEXT = {};
  private static final int MESSAGE_BYTES = 32;

  private LatticeSignatures() {}

  static List<Operation> of(String name, MlDsaParameters parameters) {
    MlDsaKeyGenerator generator = new MlDsaKeyGenerator(parameters);
    byte[] seed = new byte[MlDsaParameters.SEED_BYTES];
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    generator.generate(seed, 0, publicKey, 0, privateKey, 0);
    return List.of(
        keys(name, generator, parameters),
        signing(name, parameters, privateKey),
        verification(name, parameters, publicKey, privateKey));
  }

  private static Operation keys(
      String name, MlDsaKeyGenerator generator, MlDsaParameters parameters) {
    byte[] seed = new byte[MlDsaParameters.SEED_BYTES];
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    return new Operation(name + ".keygen", 0) {
      @Override
      public void run(int number) {
        seed[0] = (byte) number;
        generator.generate(seed, 0, publicKey, 0, privateKey, 0);
      }
    };
  }

  private static Operation signing(String name, MlDsaParameters parameters, byte[] privateKey) {
    MlDsaSigner signer = new MlDsaSigner(parameters);
    byte[] signature = new byte[parameters.signatureBytes()];
    byte[] message = new byte[MESSAGE_BYTES];
    return new Operation(name + ".sign", 0) {
      @Override
      public void run(int number) {
        message[0] = (byte) number;
        message[1] = (byte) (number >> 8);
        signer.load(privateKey, 0, privateKey.length);
        signer.sign(message, 0, MESSAGE_BYTES, NO_CONTEXT, (out, at, length) -> {}, signature, 0);
      }
    };
  }

  private static Operation verification(
      String name, MlDsaParameters parameters, byte[] publicKey, byte[] privateKey) {
    MlDsaSigner signer = new MlDsaSigner(parameters);
    MlDsaVerifier verifier = new MlDsaVerifier(parameters);
    byte[] signature = new byte[parameters.signatureBytes()];
    byte[] message = new byte[MESSAGE_BYTES];
    signer.load(privateKey, 0, privateKey.length);
    signer.sign(message, 0, MESSAGE_BYTES, NO_CONTEXT, (out, at, length) -> {}, signature, 0);
    return new Operation(name + ".verify", 0) {
      @Override
      public void run(int number) {
        if (!verifier.verify(publicKey, message, 0, MESSAGE_BYTES, NO_CONTEXT, signature)) {
          throw new IllegalStateException(name + " refuses its own signature");
        }
      }
    };
  }
}
