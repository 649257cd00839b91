package edgex.drivers.uartpl011;

import edgex.drivers.serial.Queues;
import edgex.drivers.serial.RegisterWindow;
import edgex.drivers.serial.SerialDevice;

/**
 * One serial line between the device's FIFOs and two byte queues.
 *
 * <p>The receive interrupts are always on; the transmit interrupt only while bytes wait for a full
 * FIFO: it comes when the FIFO has become nearly empty, and not when it is so already, so bytes are
 * written first. The line's speed stays what the firmware has set.
 */
final class Pl011 implements SerialDevice {
  private static final int BURST_BYTES = 16;
  private static final int INTERRUPTS_RECEIVE =
      Registers.INTERRUPT_RECEIVE | Registers.INTERRUPT_TIMEOUT;

  private final RegisterWindow registers;
  private final Queues queues;
  private final byte[] burst = new byte[BURST_BYTES];

  /** Bytes of {@link #burst} from {@code burstNext} to {@code burstEnd} are still to be sent. */
  private int burstNext;

  private int burstEnd;
  private long lostBytes;
  private int interrupts;

  Pl011(RegisterWindow registers, Queues queues) {
    this.registers = registers;
    this.queues = queues;
  }

  /** Bytes that arrived and found no room, in the device or in the queue. */
  long lostBytes() {
    return lostBytes;
  }

  @Override
  public boolean isPresent() {
    return (registers.read(Registers.IDENTITY_0) & Registers.DATA_MASK)
            == Registers.IDENTITY_0_PL011
        && (registers.read(Registers.IDENTITY_1) & Registers.IDENTITY_1_MASK) == 0;
  }

  @Override
  public void initialize() {
    registers.write(
        Registers.LINE_CONTROL, Registers.LINE_CONTROL_8_BITS | Registers.LINE_CONTROL_FIFO);
    registers.write(Registers.FIFO_LEVELS, 0);
    registers.write(
        Registers.CONTROL,
        Registers.CONTROL_LINE | Registers.CONTROL_TRANSMIT | Registers.CONTROL_RECEIVE);
    interrupts = INTERRUPTS_RECEIVE;
    registers.write(Registers.INTERRUPT_ENABLE, interrupts);
  }

  @Override
  public void service() {
    // What comes after this raises the interrupt again, also while the rest is done.
    registers.write(Registers.INTERRUPT_CLEAR, Registers.INTERRUPT_ALL);
    receive();
    transmit();
  }

  private void receive() {
    while ((registers.read(Registers.FLAGS) & Registers.FLAGS_RECEIVER_EMPTY) == 0) {
      int data = registers.read(Registers.DATA);
      boolean kept = queues.received(data & Registers.DATA_MASK);
      boolean overrun = (data & Registers.DATA_OVERRUN) != 0;
      lostBytes += (kept ? 0 : 1) + (overrun ? 1 : 0);
    }
  }

  private void transmit() {
    while (fill()) {
      if (isFull()) {
        enable(INTERRUPTS_RECEIVE | Registers.INTERRUPT_TRANSMIT);
        if (isFull()) {
          return;
        }
        // It became empty before its interrupt was on: nothing would tell.
      }
      registers.write(Registers.DATA, burst[burstNext] & Registers.DATA_MASK);
      burstNext++;
    }
    enable(INTERRUPTS_RECEIVE);
  }

  /** Whether there is a byte to send. */
  private boolean fill() {
    if (burstNext == burstEnd) {
      burstNext = 0;
      burstEnd = queues.nextToSend(burst);
    }
    return burstNext < burstEnd;
  }

  private boolean isFull() {
    return (registers.read(Registers.FLAGS) & Registers.FLAGS_TRANSMITTER_FULL) != 0;
  }

  private void enable(int wanted) {
    if (interrupts != wanted) {
      interrupts = wanted;
      registers.write(Registers.INTERRUPT_ENABLE, wanted);
    }
  }
}
