package edgex.tests.crypto.secrets;

import java.util.Arrays;
import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * Uses secrets, wipes its own copies, says {@code finished} and waits for the end of its input, so
 * that somebody can look through its memory.
 */
public final class WipingProgram {
  private static byte[] forgotten;

  private WipingProgram() {}

  /**
   * Runs the program.
   *
   * @param arguments {@code forget} leaves one secret where it is: what does not find this finds
   *     nothing
   */
  public static void main(String[] arguments) {
    SecretLives.run(
        (secret, offset, length) -> Arrays.fill(secret, offset, offset + length, (byte) 0));
    if (arguments.length > 0) {
      forgotten = new byte[32];
      Pattern.fill(forgotten, 0, forgotten.length);
    }
    System.out.println("finished");
    waitForEndOfInput();
    if (forgotten != null) {
      Arrays.fill(forgotten, (byte) 0);
    }
  }

  @Import(name = "edgex_wait_for_end_of_input")
  @Include("process-end.h")
  @Unmanaged
  private static native void waitForEndOfInput();
}
