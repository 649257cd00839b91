package edgex.kernel.arch;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The first serial line (16550), written by polling: boot messages and panics. */
@StaticInit
@Unmanaged
final class Console {
  private static final int DATA = 0x3f8;
  private static final int INTERRUPT_ENABLE = DATA + 1;
  private static final int FIFO_CONTROL = DATA + 2;
  private static final int LINE_CONTROL = DATA + 3;
  private static final int MODEM_CONTROL = DATA + 4;
  private static final int LINE_STATUS = DATA + 5;

  private static final int LINE_DIVISOR_LATCH = 0x80;
  private static final int LINE_8_BITS = 0x03;
  private static final int DIVISOR_115200 = 1;
  private static final int FIFO_ENABLE_CLEAR = 0x07;
  private static final int MODEM_READY = 0x03;
  private static final int STATUS_SPACE = 0x20;

  /** A line that never gets space is not there; the kernel must not hang on it. */
  private static final int MAXIMUM_POLLS = 1_000_000;

  private static boolean absent;

  private Console() {}

  /** Sets 115,200 bits a second, 8 data bits, no parity, no interrupts. */
  static void initialize() {
    Instructions.out8(INTERRUPT_ENABLE, 0);
    Instructions.out8(LINE_CONTROL, LINE_DIVISOR_LATCH);
    Instructions.out8(DATA, DIVISOR_115200);
    Instructions.out8(INTERRUPT_ENABLE, 0);
    Instructions.out8(LINE_CONTROL, LINE_8_BITS);
    Instructions.out8(FIFO_CONTROL, FIFO_ENABLE_CLEAR);
    Instructions.out8(MODEM_CONTROL, MODEM_READY);
  }

  /** Writes one byte. */
  static void write(int value) {
    for (int i = 0; !absent && (Instructions.in8(LINE_STATUS) & STATUS_SPACE) == 0; i++) {
      absent = i == MAXIMUM_POLLS;
    }
    Instructions.out8(DATA, value);
  }
}
