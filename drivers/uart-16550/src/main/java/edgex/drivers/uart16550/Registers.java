package edgex.drivers.uart16550;

/** Registers and their bits (PC16550D data sheet, section 8.0 and table I). */
final class Registers {
  /** Receiver buffer on reading, transmitter holding register on writing; divisor latch low. */
  static final int DATA = 0;

  /** Interrupt enable register; divisor latch high. */
  static final int INTERRUPT_ENABLE = 1;

  static final int INTERRUPT_ENABLE_RECEIVE = 1;
  static final int INTERRUPT_ENABLE_TRANSMIT = 1 << 1;

  /** Interrupt identification register on reading, FIFO control register on writing. */
  static final int FIFO_CONTROL = 2;

  static final int FIFO_ENABLE = 1;
  static final int FIFO_CLEAR_TRANSMIT = 1 << 2;
  static final int FIFO_TRIGGER_8_BYTES = 2 << 6;

  /** Line control register. */
  static final int LINE_CONTROL = 3;

  static final int LINE_CONTROL_8_BITS = 3;
  static final int LINE_CONTROL_DIVISOR_LATCH = 1 << 7;

  /** Modem control register. */
  static final int MODEM_CONTROL = 4;

  static final int MODEM_CONTROL_READY = 1;
  static final int MODEM_CONTROL_REQUEST_TO_SEND = 1 << 1;

  /** PCs gate the interrupt line with this output. */
  static final int MODEM_CONTROL_OUTPUT_2 = 1 << 3;

  /** Line status register. */
  static final int LINE_STATUS = 5;

  static final int LINE_STATUS_RECEIVED = 1;
  static final int LINE_STATUS_OVERRUN = 1 << 1;
  static final int LINE_STATUS_TRANSMITTER_EMPTY = 1 << 5;

  /** What {@link #LINE_STATUS} reads as where there is no device. */
  static final int ABSENT = 0xff;

  /** Bytes that the transmitter takes at once when it is empty. */
  static final int FIFO_BYTES = 16;

  /** 1.8432 MHz / 16 / 115,200 baud. */
  static final int DIVISOR_115200 = 1;

  private Registers() {}
}
