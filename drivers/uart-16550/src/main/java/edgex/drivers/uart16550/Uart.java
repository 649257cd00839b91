package edgex.drivers.uart16550;

/**
 * One serial line between the device's FIFOs and two byte queues.
 *
 * <p>The receive interrupt is always on; the transmit interrupt only while bytes wait for a full
 * transmitter.
 */
final class Uart {
  /** Where received bytes go and bytes to send come from. */
  interface Queues {
    /** Takes a received byte; false if there is no room, and the byte is lost. */
    boolean received(int value);

    /** The next bytes to send; how many there were, 0 to {@code target.length}. */
    int nextToSend(byte[] target);
  }

  private final Ports ports;
  private final Queues queues;
  private final byte[] burst = new byte[Registers.FIFO_BYTES];
  private long lostBytes;
  private boolean transmitInterrupt;

  Uart(Ports ports, Queues queues) {
    this.ports = ports;
    this.queues = queues;
  }

  /** Bytes that arrived and found no room, in the device or in the queue. */
  long lostBytes() {
    return lostBytes;
  }

  /** Whether a device answers at these ports. */
  boolean isPresent() {
    return ports.read(Registers.LINE_STATUS) != Registers.ABSENT;
  }

  /**
   * 115,200 baud, 8 bits, no parity, one stop bit; FIFOs and receive interrupt on. What has been
   * received already stays, so that a restarted driver loses nothing.
   */
  void initialize() {
    ports.write(Registers.INTERRUPT_ENABLE, 0);
    ports.write(Registers.LINE_CONTROL, Registers.LINE_CONTROL_DIVISOR_LATCH);
    ports.write(Registers.DATA, Registers.DIVISOR_115200 & 0xff);
    ports.write(Registers.INTERRUPT_ENABLE, Registers.DIVISOR_115200 >> 8);
    ports.write(Registers.LINE_CONTROL, Registers.LINE_CONTROL_8_BITS);
    ports.write(
        Registers.FIFO_CONTROL,
        Registers.FIFO_ENABLE | Registers.FIFO_CLEAR_TRANSMIT | Registers.FIFO_TRIGGER_8_BYTES);
    ports.write(
        Registers.MODEM_CONTROL,
        Registers.MODEM_CONTROL_READY
            | Registers.MODEM_CONTROL_REQUEST_TO_SEND
            | Registers.MODEM_CONTROL_OUTPUT_2);
    ports.write(Registers.INTERRUPT_ENABLE, Registers.INTERRUPT_ENABLE_RECEIVE);
    transmitInterrupt = false;
  }

  /** Moves all that can be moved in both directions. */
  void service() {
    receive();
    transmit();
  }

  private void receive() {
    int status = ports.read(Registers.LINE_STATUS);
    while ((status & Registers.LINE_STATUS_RECEIVED) != 0) {
      boolean kept = queues.received(ports.read(Registers.DATA));
      boolean overrun = (status & Registers.LINE_STATUS_OVERRUN) != 0;
      lostBytes += (kept ? 0 : 1) + (overrun ? 1 : 0);
      status = ports.read(Registers.LINE_STATUS);
    }
  }

  private void transmit() {
    while (isTransmitterEmpty()) {
      int count = queues.nextToSend(burst);
      if (count == 0) {
        enableTransmitInterrupt(false);
        return;
      }
      for (int i = 0; i < count; i++) {
        ports.write(Registers.DATA, burst[i] & 0xff);
      }
    }
    enableTransmitInterrupt(true);
  }

  private boolean isTransmitterEmpty() {
    int status = ports.read(Registers.LINE_STATUS);
    return (status & Registers.LINE_STATUS_TRANSMITTER_EMPTY) != 0;
  }

  private void enableTransmitInterrupt(boolean enable) {
    if (enable != transmitInterrupt) {
      transmitInterrupt = enable;
      ports.write(
          Registers.INTERRUPT_ENABLE,
          Registers.INTERRUPT_ENABLE_RECEIVE | (enable ? Registers.INTERRUPT_ENABLE_TRANSMIT : 0));
    }
  }
}
