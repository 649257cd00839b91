package edgex.bench.crypto;

import edgex.bench.crypto.target.Operation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The same hash functions by the JDK that runs the benchmark, which has them in machine code. */
final class JdkOperations {
  private static final int BULK_BYTES = 16_384;

  private JdkOperations() {}

  static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    operations.add(bulk("sha2-256", "SHA-256"));
    operations.add(bulk("sha2-512", "SHA-512"));
    operations.add(bulk("sha3-256", "SHA3-256"));
    return operations;
  }

  private static Operation bulk(String name, String jdkName) {
    try {
      MessageDigest digest = MessageDigest.getInstance(jdkName);
      byte[] data = new byte[BULK_BYTES];
      return new Operation(name + ".bulk", BULK_BYTES) {
        @Override
        public void run(int number) {
          digest.digest(data);
        }
      };
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
