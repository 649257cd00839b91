package edgex.tests.crypto.secrets;

import edgex.crypto.slhdsa.SlhDsa;
import edgex.crypto.slhdsa.SlhDsaParameters;
import java.util.List;

/** SLH-DSA: two fast sets, and under a prefix of their own the small sets, which take minutes. */
final class HashSignatureOperations {
  /** What the names of the slow operations begin with. */
  static final String SLOW = "slow ";

  private HashSignatureOperations() {}

  static void addTo(List<SecretOperation> operations) {
    for (SlhDsaParameters parameters : SlhDsaParameters.values()) {
      boolean isQuick =
          parameters == SlhDsaParameters.SHA2_128F || parameters == SlhDsaParameters.SHAKE_128F;
      String prefix = isQuick ? "" : SLOW;
      operations.add(
          new SecretOperation(prefix + parameters.standardName(), () -> signature(parameters)));
    }
  }

  private static void signature(SlhDsaParameters parameters) {
    SlhDsa scheme = new SlhDsa(parameters);
    int hashBytes = parameters.hashBytes();
    byte[] seeds = new byte[3 * hashBytes];
    byte[] publicKey = new byte[parameters.publicKeyBytes()];
    byte[] privateKey = new byte[parameters.privateKeyBytes()];
    byte[] signature = new byte[parameters.signatureBytes()];
    Pattern.fill(seeds, 0, seeds.length);
    Secrets.mark(seeds, 0, 2 * hashBytes);
    scheme.generateKeys(seeds, publicKey, privateKey);
    Secrets.publish(privateKey);
    Secrets.mark(privateKey, 0, 2 * hashBytes);
    scheme.signDeterministic(privateKey, new byte[3], new byte[0], signature);
    Secrets.publish(signature);
  }
}
