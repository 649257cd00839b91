package edgex.boot.uefi;

import edgex.abi.declare.DialectException;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The end of a loader that cannot go on: says why on the firmware's console and returns to the
 * firmware, which tries the next entry of its boot list. Nothing here returns.
 */
@StaticInit
@Unmanaged
public final class Failure {
  private Failure() {}

  /** Ends with a reason, which also says what to do. */
  public static void exit(String reason) {
    begin();
    write(reason);
    end();
  }

  /** Ends with a reason that is about a file. */
  public static void exit(String path, String reason) {
    begin();
    write(path);
    write(reason);
    end();
  }

  private static void begin() {
    write("EdgeX cannot boot: ");
  }

  private static void end() {
    write("\r\n");
    Firmware.exit(Firmware.STATUS_LOAD_ERROR);
  }

  @DialectException(rule = "library", reason = "characters of a literal, which is static data")
  private static void write(String text) {
    for (int i = 0; i < text.length(); i++) {
      Firmware.write(text.charAt(i));
    }
  }
}
