package edgex.tests.crypto.secrets;

import edgex.tests.crypto.target.NativeLevel;
import java.util.List;

/** Handles secrets, for tools that watch it. */
public final class SecretsProgram {
  private SecretsProgram() {}

  /**
   * Runs the program.
   *
   * @param arguments how much of the processor native twins may use, from 0; then {@code track} and
   *     prefixes of operations, or {@code wipe} or {@code forget}
   */
  public static void main(String[] arguments) {
    NativeLevel.limit(Integer.parseInt(arguments[0]));
    String mode = arguments[1];
    if (mode.equals("track")) {
      TrackedOperations.run(List.of(arguments).subList(2, arguments.length));
    } else {
      WipedSecrets.run(mode);
    }
  }
}
