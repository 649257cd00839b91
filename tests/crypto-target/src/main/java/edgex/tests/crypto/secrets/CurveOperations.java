package edgex.tests.crypto.secrets;

import edgex.crypto.KeyAgreement;
import edgex.crypto.curve25519.Ed25519;
import edgex.crypto.curve25519.X25519;
import edgex.crypto.p256.EcdhP256;
import edgex.crypto.p256.EcdsaP256;
import java.util.List;

/** Elliptic curves. */
final class CurveOperations {
  private CurveOperations() {}

  static void addTo(List<SecretOperation> operations) {
    operations.add(new SecretOperation("X25519", () -> agreement(new X25519())));
    operations.add(new SecretOperation("ECDH-P256", () -> agreement(new EcdhP256())));
    operations.add(new SecretOperation("Ed25519", CurveOperations::edwardsSignature));
    operations.add(new SecretOperation("ECDSA-P256", CurveOperations::primeSignature));
  }

  private static void agreement(KeyAgreement scheme) {
    byte[] publicKey = new byte[scheme.publicKeyBytes()];
    byte[] privateKey = Secrets.make(scheme.privateKeyBytes());
    scheme.derivePublicKey(privateKey, 0, publicKey, 0);
    Secrets.publish(publicKey);
    byte[] secret = new byte[32];
    scheme.agree(privateKey, 0, publicKey, 0, secret, 0);
    Secrets.publish(secret);
  }

  private static void edwardsSignature() {
    Ed25519 scheme = new Ed25519();
    byte[] privateKey = Secrets.make(Ed25519.PRIVATE_KEY_BYTES);
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_BYTES];
    byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
    scheme.derivePublicKey(privateKey, 0, publicKey, 0);
    Secrets.publish(publicKey);
    scheme.sign(privateKey, 0, new byte[5], 0, 5, signature, 0);
    Secrets.publish(signature);
  }

  private static void primeSignature() {
    EcdsaP256 scheme = new EcdsaP256();
    byte[] privateKey = Secrets.make(EcdhP256.PRIVATE_KEY_BYTES);
    byte[] signature = new byte[EcdsaP256.SIGNATURE_BYTES];
    scheme.signDeterministic(privateKey, new byte[32], signature, 0);
    Secrets.publish(signature);
    scheme.sign(
        privateKey,
        new byte[32],
        (output, offset, length) -> Secrets.mark(output, offset, length),
        signature,
        0);
    Secrets.publish(signature);
  }
}
