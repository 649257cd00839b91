package edgex.drivers.uartpl011;

/** Registers of 32 bits and their bits (Arm DDI 0183, chapter 3). */
final class Registers {
  /** Received data with four error bits; data to send. */
  static final int DATA = 0x00;

  static final int DATA_MASK = 0xff;
  static final int DATA_OVERRUN = 1 << 11;

  static final int FLAGS = 0x18;
  static final int FLAGS_RECEIVER_EMPTY = 1 << 4;
  static final int FLAGS_TRANSMITTER_FULL = 1 << 5;

  /** 8 bits, no parity, one stop bit, FIFOs on. */
  static final int LINE_CONTROL = 0x2c;

  static final int LINE_CONTROL_8_BITS = 3 << 5;
  static final int LINE_CONTROL_FIFO = 1 << 4;

  static final int CONTROL = 0x30;
  static final int CONTROL_LINE = 1;
  static final int CONTROL_TRANSMIT = 1 << 8;
  static final int CONTROL_RECEIVE = 1 << 9;

  /** How full a FIFO is when it interrupts; 0: an eighth. */
  static final int FIFO_LEVELS = 0x34;

  static final int INTERRUPT_ENABLE = 0x38;
  static final int INTERRUPT_CLEAR = 0x44;
  static final int INTERRUPT_RECEIVE = 1 << 4;
  static final int INTERRUPT_TRANSMIT = 1 << 5;

  /** Some bytes wait, and no more have come for a while. */
  static final int INTERRUPT_TIMEOUT = 1 << 6;

  static final int INTERRUPT_ALL = 0x7ff;

  /** The lower byte of the part number, and the upper one's lower half: 0x011. */
  static final int IDENTITY_0 = 0xfe0;

  static final int IDENTITY_1 = 0xfe4;
  static final int IDENTITY_0_PL011 = 0x11;
  static final int IDENTITY_1_MASK = 0x0f;

  private Registers() {}
}
