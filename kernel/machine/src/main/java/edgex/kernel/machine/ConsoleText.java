package edgex.kernel.machine;

import edgex.abi.declare.DialectException;
import edgex.kernel.arch.Platform;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Text and numbers on the machine's console: boot messages and panics. */
@StaticInit
@Unmanaged
public final class ConsoleText {
  private static final int HEX_DIGITS = 16;
  private static final int HEX_DIGIT_BITS = 4;
  private static final int DECIMAL = 10;

  private ConsoleText() {}

  /** Writes ASCII text. */
  @DialectException(rule = "library", reason = "characters of a literal, which is static data")
  public static void write(String text) {
    for (int i = 0; i < text.length(); i++) {
      Platform.consoleWrite(text.charAt(i));
    }
  }

  /** Writes text and ends the line. */
  public static void writeLine(String text) {
    write(text);
    endLine();
  }

  /** Writes C text, which ends with a zero byte. */
  public static void write(Address text) {
    for (int i = 0; text.add(i).getByte() != 0; i++) {
      Platform.consoleWrite(text.add(i).getByte());
    }
  }

  /** Ends the line. */
  public static void endLine() {
    Platform.consoleWrite('\r');
    Platform.consoleWrite('\n');
  }

  /** Writes 16 hexadecimal digits. */
  public static void writeHex(long value) {
    for (int digit = HEX_DIGITS - 1; digit >= 0; digit--) {
      int nibble = (int) (value >>> (digit * HEX_DIGIT_BITS & 63)) & 0xf;
      Platform.consoleWrite(nibble < DECIMAL ? '0' + nibble : 'a' + nibble - DECIMAL);
    }
  }

  /** Writes a number that is not negative. */
  @DialectException(rule = "division", reason = "the unit is a positive power of ten")
  public static void writeDecimal(long value) {
    long unit = 1;
    while (value / DECIMAL / unit != 0) {
      unit *= DECIMAL;
    }
    for (; unit != 0; unit /= DECIMAL) {
      Platform.consoleWrite('0' + (int) (value / unit % DECIMAL));
    }
  }
}
