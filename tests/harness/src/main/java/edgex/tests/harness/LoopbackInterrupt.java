package edgex.tests.harness;

import edgex.runtime.KernelException;
import edgex.runtime.system.SystemCalls;

/**
 * An interrupt that comes when it is wanted, on every board: the host link is a 16550, and one that
 * sends a byte to itself interrupts when no other has come for the time of four (PC16550D, 8.4.1).
 */
public final class LoopbackInterrupt {
  private static final int DATA = 0;
  private static final int INTERRUPT_ENABLE = 1;
  private static final int FIFO_CONTROL = 2;
  private static final int LINE_CONTROL = 3;
  private static final int MODEM_CONTROL = 4;

  private static final int ENABLE_RECEIVE = 1;

  /** On, both cleared, interrupt at 8 bytes: less is told after a while. */
  private static final int FIFO_ON = 0x87;

  private static final int LINE_DIVISOR_LATCH = 0x80;
  private static final int LINE_8_BITS = 3;

  /** 115,200 baud: four characters take 347 microseconds. */
  private static final int DIVISOR_LOW = 1;

  /** Output 2 gates the line on PCs. */
  private static final int MODEM_LOOPBACK = 0x18;

  private static final int MODEM_NORMAL = 0x0b;

  private final SerialLine line;
  private final int number;

  LoopbackInterrupt(SerialLine line, int number) {
    this.line = line;
    this.number = number;
  }

  /** Makes the object of the interrupt line, and the device ready; the handle. */
  public int create() {
    line.write(LINE_CONTROL, LINE_DIVISOR_LATCH);
    line.write(DATA, DIVISOR_LOW);
    line.write(INTERRUPT_ENABLE, 0);
    line.write(LINE_CONTROL, LINE_8_BITS);
    line.write(FIFO_CONTROL, FIFO_ON);
    line.write(MODEM_CONTROL, MODEM_LOOPBACK);
    line.write(INTERRUPT_ENABLE, ENABLE_RECEIVE);
    return KernelException.check(
        "interrupt line", SystemCalls.interruptCreate(RootMachine.interrupts(), number));
  }

  /** Lets the interrupt come in about 350 microseconds. */
  public void start() {
    line.write(DATA, 'x');
  }

  /** Takes away the reason of the interrupt that came. */
  public void clear() {
    line.read(DATA);
  }

  /** Makes the device a serial line again. */
  public void end() {
    line.write(INTERRUPT_ENABLE, 0);
    line.write(MODEM_CONTROL, MODEM_NORMAL);
    line.write(FIFO_CONTROL, FIFO_ON);
  }
}
