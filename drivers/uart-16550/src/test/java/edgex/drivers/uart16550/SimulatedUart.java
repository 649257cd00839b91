package edgex.drivers.uart16550;

import edgex.drivers.serial.RegisterWindow;
import java.util.ArrayDeque;
import java.util.Deque;

/** A 16550 as its data sheet describes it, with a line whose other end is the test. */
final class SimulatedUart implements RegisterWindow {
  final Deque<Integer> toReceive = new ArrayDeque<>();
  final StringBuilder sent = new StringBuilder();
  final int[] registers = new int[8];
  int divisor;
  boolean overrun;
  private final Deque<Integer> transmitFifo = new ArrayDeque<>();

  /** The line takes so many bytes from the transmitter. */
  void drain(int count) {
    for (int i = 0; i < count && !transmitFifo.isEmpty(); i++) {
      sent.append((char) (int) transmitFifo.remove());
    }
  }

  /** Whether the interrupt line is asserted. */
  boolean interrupts() {
    int enabled = registers[Registers.INTERRUPT_ENABLE];
    boolean receive = (enabled & Registers.INTERRUPT_ENABLE_RECEIVE) != 0 && !toReceive.isEmpty();
    boolean transmit =
        (enabled & Registers.INTERRUPT_ENABLE_TRANSMIT) != 0 && transmitFifo.isEmpty();
    return receive || transmit;
  }

  @Override
  public int read(int register) {
    return switch (register) {
      case Registers.DATA -> toReceive.remove();
      case Registers.LINE_STATUS -> lineStatus();
      default -> registers[register];
    };
  }

  @Override
  public void write(int register, int value) {
    boolean latch = (registers[Registers.LINE_CONTROL] & Registers.LINE_CONTROL_DIVISOR_LATCH) != 0;
    if (latch && register <= Registers.INTERRUPT_ENABLE) {
      int shift = register * 8;
      divisor = (divisor & ~(0xff << shift)) | value << shift;
    } else if (register == Registers.DATA) {
      transmit(value);
    } else {
      registers[register] = value;
    }
  }

  private void transmit(int value) {
    if (transmitFifo.size() == Registers.FIFO_BYTES) {
      throw new IllegalStateException("the transmitter's FIFO overflows");
    }
    transmitFifo.add(value);
  }

  private int lineStatus() {
    int status = overrun ? Registers.LINE_STATUS_OVERRUN : 0;
    overrun = false;
    status |= toReceive.isEmpty() ? 0 : Registers.LINE_STATUS_RECEIVED;
    return status | (transmitFifo.isEmpty() ? Registers.LINE_STATUS_TRANSMITTER_EMPTY : 0);
  }
}
