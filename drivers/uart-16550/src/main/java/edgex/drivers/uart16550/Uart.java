package edgex.drivers.uart16550;

import edgex.drivers.serial.Queues;
import edgex.drivers.serial.RegisterWindow;
import edgex.drivers.serial.SerialDevice;

/**
 * One serial line between the device's FIFOs and two byte queues.
 *
 * <p>The receive interrupt is always on; the transmit interrupt only while bytes wait for a full
 * transmitter.
 */
final class Uart implements SerialDevice {
  private final RegisterWindow registers;
  private final Queues queues;
  private final byte[] burst = new byte[Registers.FIFO_BYTES];
  private long lostBytes;
  private boolean transmitInterrupt;

  Uart(RegisterWindow registers, Queues queues) {
    this.registers = registers;
    this.queues = queues;
  }

  /** Bytes that arrived and found no room, in the device or in the queue. */
  long lostBytes() {
    return lostBytes;
  }

  @Override
  public boolean isPresent() {
    return registers.read(Registers.LINE_STATUS) != Registers.ABSENT;
  }

  /** 115,200 baud, 8 bits, no parity, one stop bit; FIFOs and receive interrupt on. */
  @Override
  public void initialize() {
    registers.write(Registers.INTERRUPT_ENABLE, 0);
    registers.write(Registers.LINE_CONTROL, Registers.LINE_CONTROL_DIVISOR_LATCH);
    registers.write(Registers.DATA, Registers.DIVISOR_115200 & 0xff);
    registers.write(Registers.INTERRUPT_ENABLE, Registers.DIVISOR_115200 >> 8);
    registers.write(Registers.LINE_CONTROL, Registers.LINE_CONTROL_8_BITS);
    registers.write(
        Registers.FIFO_CONTROL,
        Registers.FIFO_ENABLE | Registers.FIFO_CLEAR_TRANSMIT | Registers.FIFO_TRIGGER_8_BYTES);
    registers.write(
        Registers.MODEM_CONTROL,
        Registers.MODEM_CONTROL_READY
            | Registers.MODEM_CONTROL_REQUEST_TO_SEND
            | Registers.MODEM_CONTROL_OUTPUT_2);
    registers.write(Registers.INTERRUPT_ENABLE, Registers.INTERRUPT_ENABLE_RECEIVE);
    transmitInterrupt = false;
  }

  @Override
  public void service() {
    receive();
    transmit();
  }

  private void receive() {
    int status = registers.read(Registers.LINE_STATUS);
    while ((status & Registers.LINE_STATUS_RECEIVED) != 0) {
      boolean kept = queues.received(registers.read(Registers.DATA));
      boolean overrun = (status & Registers.LINE_STATUS_OVERRUN) != 0;
      lostBytes += (kept ? 0 : 1) + (overrun ? 1 : 0);
      status = registers.read(Registers.LINE_STATUS);
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
        registers.write(Registers.DATA, burst[i] & 0xff);
      }
    }
    enableTransmitInterrupt(true);
  }

  private boolean isTransmitterEmpty() {
    int status = registers.read(Registers.LINE_STATUS);
    return (status & Registers.LINE_STATUS_TRANSMITTER_EMPTY) != 0;
  }

  private void enableTransmitInterrupt(boolean enable) {
    if (enable != transmitInterrupt) {
      transmitInterrupt = enable;
      registers.write(
          Registers.INTERRUPT_ENABLE,
          Registers.INTERRUPT_ENABLE_RECEIVE | (enable ? Registers.INTERRUPT_ENABLE_TRANSMIT : 0));
    }
  }
}
