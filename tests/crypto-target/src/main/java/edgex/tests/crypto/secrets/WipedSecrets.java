package edgex.tests.crypto.secrets;

import java.util.Arrays;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Uses secrets, wipes its own copies, says {@code finished} and waits for the end of the input, so
 * that somebody can look through the memory of this program.
 */
final class WipedSecrets {
  /** Leaves one secret where it is: what does not find this finds nothing. */
  private static final String FORGET = "forget";

  private static byte[] forgotten = {};

  private WipedSecrets() {}

  static void run(String mode) {
    SecretLives.run(
        (secret, offset, length) -> Arrays.fill(secret, offset, offset + length, (byte) 0));
    if (mode.equals(FORGET)) {
      forgotten = new byte[32];
      Pattern.fill(forgotten, 0, forgotten.length);
    }
    System.out.println("finished");
    waitForEndOfInput();
    Arrays.fill(forgotten, (byte) 0);
  }

  @Import(name = "edgex_wait_for_end_of_input")
  @Include("process-end.h")
  @Unmanaged
  private static native void waitForEndOfInput();
}
