package edgex.tests.crypto.secrets;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs every operation that handles secrets and prints how many branches and addresses the tool
 * around this program has seen depend on one: {@code NAME COUNT}, a line each.
 */
final class TrackedOperations {
  private TrackedOperations() {}

  /** Runs those whose names begin with one of the prefixes; without any, all but the slow ones. */
  static void run(List<String> prefixes) {
    if (Secrets.tracked() == 0) {
      throw new IllegalStateException("this shows something under valgrind only");
    }
    for (SecretOperation operation : operations()) {
      if (isWanted(operation.name(), prefixes)) {
        int before = Secrets.findings();
        operation.body().run();
        System.out.println(operation.name() + " " + (Secrets.findings() - before));
      }
    }
  }

  private static List<SecretOperation> operations() {
    List<SecretOperation> operations = new ArrayList<>();
    LatticeOperations.addTo(operations);
    HashSignatureOperations.addTo(operations);
    CipherOperations.addTo(operations);
    CurveOperations.addTo(operations);
    MessageOperations.addTo(operations);
    PlantedLeaks.addTo(operations);
    return operations;
  }

  private static boolean isWanted(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return prefixes.isEmpty() && !name.startsWith(HashSignatureOperations.SLOW);
  }
}
