package edgex.tests.crypto.secrets;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs every operation that handles secrets and prints how many branches and addresses the tool
 * around this program has seen depend on one: {@code NAME COUNT}, a line each.
 */
public final class ConstantTimeProgram {
  private ConstantTimeProgram() {}

  /**
   * Runs the operations.
   *
   * @param arguments prefixes of names; without any, all operations but the slow ones
   */
  public static void main(String[] arguments) {
    if (Secrets.tracked() == 0) {
      System.err.println("this program shows something under valgrind only");
      System.exit(2);
    }
    for (SecretOperation operation : operations()) {
      if (isWanted(operation.name(), arguments)) {
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

  private static boolean isWanted(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return prefixes.length == 0 && !name.startsWith(HashSignatureOperations.SLOW);
  }
}
