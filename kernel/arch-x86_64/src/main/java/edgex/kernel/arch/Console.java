package edgex.kernel.arch;

import edgex.abi.declare.DialectException;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The first serial line (16550), written by polling: boot messages and panics; and the second one,
 * which leads to the host, for the one record that only the kernel can write.
 */
@StaticInit
@Unmanaged
final class Console {
  private static final int FIRST_LINE = 0x3f8;
  private static final int SECOND_LINE = 0x2f8;
  private static final int DATA = 0;
  private static final int INTERRUPT_ENABLE = 1;
  private static final int FIFO_CONTROL = 2;
  private static final int LINE_CONTROL = 3;
  private static final int MODEM_CONTROL = 4;
  private static final int LINE_STATUS = 5;

  private static final int LINE_DIVISOR_LATCH = 0x80;
  private static final int LINE_8_BITS = 0x03;
  private static final int DIVISOR_115200 = 1;
  private static final int FIFO_ENABLE_CLEAR = 0x07;
  private static final int MODEM_READY = 0x03;
  private static final int STATUS_SPACE = 0x20;
  private static final int STATUS_ALL_SENT = 0x40;

  /** A line that never gets space is not there; the kernel must not hang on it. */
  private static final int MAXIMUM_POLLS = 1_000_000;

  /** Of the host link, which has its own format. */
  private static final String PANIC_RECORD = "EDGEX 1 panic\n";

  private static boolean absent;

  private Console() {}

  /** Sets 115,200 bits a second, 8 data bits, no parity, no interrupts. */
  static void initialize() {
    initialize(FIRST_LINE);
  }

  private static void initialize(int line) {
    Instructions.out8(line + INTERRUPT_ENABLE, 0);
    Instructions.out8(line + LINE_CONTROL, LINE_DIVISOR_LATCH);
    Instructions.out8(line + DATA, DIVISOR_115200);
    Instructions.out8(line + INTERRUPT_ENABLE, 0);
    Instructions.out8(line + LINE_CONTROL, LINE_8_BITS);
    Instructions.out8(line + FIFO_CONTROL, FIFO_ENABLE_CLEAR);
    Instructions.out8(line + MODEM_CONTROL, MODEM_READY);
  }

  /** Writes one byte. */
  static void write(int value) {
    await(FIRST_LINE, STATUS_SPACE);
    Instructions.out8(FIRST_LINE + DATA, value);
  }

  /** Waits for a status of a line, unless it has been found absent. */
  private static void await(int line, int status) {
    for (int i = 0; !absent && (Instructions.in8(line + LINE_STATUS) & status) == 0; i++) {
      absent = i == MAXIMUM_POLLS;
    }
  }

  /** Tells the host that the kernel has panicked, when all that was written before has gone out. */
  @DialectException(rule = "library", reason = "characters of a literal, which is static data")
  static void reportPanic() {
    await(FIRST_LINE, STATUS_ALL_SENT);
    absent = false;
    initialize(SECOND_LINE);
    for (int i = 0; i < PANIC_RECORD.length(); i++) {
      await(SECOND_LINE, STATUS_SPACE);
      Instructions.out8(SECOND_LINE + DATA, PANIC_RECORD.charAt(i));
    }
    await(SECOND_LINE, STATUS_ALL_SENT);
  }
}
