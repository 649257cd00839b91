package edgex.tests.crypto.secrets;

import java.util.List;

/** Leaks on purpose: what does not find these finds nothing. */
final class PlantedLeaks {
  /** What the names begin with. */
  static final String PLANTED = "planted ";

  private static final byte[] TABLE = new byte[256];

  private static int sink;

  private PlantedLeaks() {}

  static void addTo(List<SecretOperation> operations) {
    operations.add(new SecretOperation(PLANTED + "index", () -> sink += index(Secrets.make(1))));
    operations.add(new SecretOperation(PLANTED + "branch", () -> branch(Secrets.make(1))));
    operations.add(
        new SecretOperation(PLANTED + "division", () -> sink += divide(Secrets.make(4))));
  }

  private static int index(byte[] secret) {
    return TABLE[secret[0] & 0xFF];
  }

  private static void branch(byte[] secret) {
    if ((secret[0] & 1) != 0) {
      System.out.print("");
    }
  }

  /** Valgrind does not see this one; the scan of the machine code does. */
  private static int divide(byte[] secret) {
    return 1_000_000 / ((secret[0] & 0xFF) + 1);
  }
}
