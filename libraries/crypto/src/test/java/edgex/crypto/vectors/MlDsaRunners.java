package edgex.crypto.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.crypto.HashAlgorithm;
import edgex.crypto.SignedMessage;
import edgex.crypto.hash.Hash;
import edgex.crypto.mldsa.MessageRepresentative;
import edgex.crypto.mldsa.MlDsaKeyGenerator;
import edgex.crypto.mldsa.MlDsaParameters;
import edgex.crypto.mldsa.MlDsaSigner;
import edgex.crypto.mldsa.MlDsaVerifier;

/** ML-DSA: key generation, signing and verification through all interfaces of the standard. */
final class MlDsaRunners {
  private MlDsaRunners() {}

  private static MlDsaParameters parameters(TestCase test) {
    return MlDsaParameters.named(test.text("parameterSet"));
  }

  static final class KeyGeneration implements VectorRunner {
    @Override
    public void run(TestCase test) {
      MlDsaParameters parameters = parameters(test);
      byte[] publicKey = new byte[parameters.publicKeyBytes()];
      byte[] privateKey = new byte[parameters.privateKeyBytes()];
      new MlDsaKeyGenerator(parameters)
          .generate(test.bytes("seed"), 0, publicKey, 0, privateKey, 0);
      assertEquals(test.text("pk"), HashRunner.hex(publicKey));
      assertEquals(test.text("sk"), HashRunner.hex(privateKey));
    }
  }

  /** What the message is put behind. */
  static byte[] prefix(TestCase test) {
    if (test.textOr("signatureInterface", "external").equals("internal")) {
      return new byte[0];
    }
    byte[] context = test.bytesOrEmpty("context");
    return isPreHash(test)
        ? SignedMessage.preHashPrefix(context, HashAlgorithm.named(test.text("hashAlg")))
        : SignedMessage.purePrefix(context);
  }

  /** The message or its digest. */
  static byte[] content(TestCase test) {
    byte[] message = test.bytes("message");
    if (!isPreHash(test)) {
      return message;
    }
    Hash hash = HashAlgorithm.named(test.text("hashAlg")).newHash();
    hash.update(message, 0, message.length);
    byte[] digest = new byte[hash.digestBytes()];
    hash.digest(digest, 0);
    return digest;
  }

  private static boolean isPreHash(TestCase test) {
    return test.textOr("preHash", "none").equals("preHash");
  }

  static final class Signing implements VectorRunner {
    @Override
    public void run(TestCase test) {
      MlDsaParameters parameters = parameters(test);
      MlDsaSigner signer = new MlDsaSigner(parameters);
      byte[] privateKey = test.bytes("sk");
      signer.load(privateKey, 0, privateKey.length);
      byte[] mu = new byte[MlDsaParameters.REPRESENTATIVE_BYTES];
      if (test.has("mu")) {
        mu = test.bytes("mu");
      } else {
        MessageRepresentative representative = new MessageRepresentative();
        signer.startRepresentative(representative, prefix(test));
        byte[] content = content(test);
        representative.update(content, 0, content.length);
        representative.finish(mu, 0);
      }
      byte[] randomness =
          test.has("rnd") ? test.bytes("rnd") : new byte[MlDsaParameters.RANDOMNESS_BYTES];
      byte[] signature = new byte[parameters.signatureBytes()];
      signer.signRepresentative(mu, 0, randomness, 0, signature, 0);
      assertEquals(test.text("signature"), HashRunner.hex(signature));
    }
  }

  static final class Verification implements VectorRunner {
    @Override
    public void run(TestCase test) {
      MlDsaParameters parameters = parameters(test);
      byte[] publicKey = test.bytes("pk");
      byte[] mu = new byte[MlDsaParameters.REPRESENTATIVE_BYTES];
      if (test.has("mu")) {
        mu = test.bytes("mu");
      } else {
        MessageRepresentative representative = new MessageRepresentative();
        representative.start(parameters, publicKey, 0, prefix(test));
        byte[] content = content(test);
        representative.update(content, 0, content.length);
        representative.finish(mu, 0);
      }
      byte[] signature = test.bytes("signature");
      boolean valid =
          new MlDsaVerifier(parameters)
              .verifyRepresentative(publicKey, 0, mu, 0, signature, 0, signature.length);
      assertEquals(test.flag("testPassed"), valid);
    }
  }
}
