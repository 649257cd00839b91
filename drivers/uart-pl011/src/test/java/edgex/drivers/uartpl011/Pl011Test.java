package edgex.drivers.uartpl011;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.drivers.serial.Queues;
import edgex.drivers.serial.RegisterWindow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Pl011Test {
  private static final int FIFO_BYTES = 16;

  private final SimulatedPl011 device = new SimulatedPl011();
  private final TestQueues queues = new TestQueues();
  private final Pl011 line = new Pl011(device, queues);

  @BeforeEach
  void initialize() {
    line.initialize();
  }

  @Test
  void knowsTheDeviceByItsIdentity() {
    assertTrue(line.isPresent());
    device.identity = 0x10;
    assertFalse(line.isPresent());
  }

  @Test
  void receivedBytesReachTheQueueAndLossIsCounted() {
    queues.roomBytes = 3;
    for (char character : "abcde".toCharArray()) {
      device.toReceive.add((int) character);
    }
    device.toReceive.add('f' | Registers.DATA_OVERRUN);
    line.service();
    assertEquals("abc", queues.received.toString());
    assertEquals(4, line.lostBytes());
  }

  @Test
  void longOutputGoesOnByInterrupts() {
    String text = "0123456789".repeat(20);
    queues.toSend.append(text);
    line.service();
    assertEquals(FIFO_BYTES, device.transmitter.length());
    while (device.sent.length() < text.length()) {
      device.drain(FIFO_BYTES);
      serviceInterrupt();
    }
    assertEquals(text, device.sent.toString());
    assertEquals(Registers.INTERRUPT_RECEIVE | Registers.INTERRUPT_TIMEOUT, device.interruptEnable);
  }

  @Test
  void nothingIsLostOrReorderedInAnyInterleaving() {
    Random random = new Random(5);
    StringBuilder allSent = new StringBuilder();
    StringBuilder allReceived = new StringBuilder();
    for (int step = 0; step < 20_000; step++) {
      char character = (char) ('a' + random.nextInt(26));
      switch (random.nextInt(4)) {
        case 0 -> {
          allSent.append(character);
          queues.toSend.append(character);
          line.service();
        }
        case 1 -> {
          allReceived.append(character);
          device.receive(character);
        }
        case 2 -> device.drain(random.nextInt(20));
        default -> serviceInterrupt();
      }
    }
    for (int round = 0; round < 20_000 && device.sent.length() < allSent.length(); round++) {
      device.drain(FIFO_BYTES);
      serviceInterrupt();
    }
    serviceInterrupt();
    assertEquals(allSent.toString(), device.sent.toString());
    assertEquals(allReceived.toString(), queues.received.toString());
  }

  private void serviceInterrupt() {
    if ((device.interrupts & device.interruptEnable) != 0) {
      line.service();
    }
  }

  /** A transmit interrupt comes only when the FIFO becomes nearly empty, as the manual says. */
  private static final class SimulatedPl011 implements RegisterWindow {
    final Deque<Integer> toReceive = new ArrayDeque<>();
    final StringBuilder transmitter = new StringBuilder();
    final StringBuilder sent = new StringBuilder();
    int identity = Registers.IDENTITY_0_PL011;
    int interruptEnable;
    int interrupts;

    void receive(int value) {
      toReceive.add(value);
      interrupts |= Registers.INTERRUPT_TIMEOUT;
    }

    void drain(int count) {
      int drained = Math.min(count, transmitter.length());
      sent.append(transmitter, 0, drained);
      boolean wasFuller = transmitter.length() > 2;
      transmitter.delete(0, drained);
      if (wasFuller && transmitter.length() <= 2) {
        interrupts |= Registers.INTERRUPT_TRANSMIT;
      }
    }

    @Override
    public int read(int offset) {
      return switch (offset) {
        case Registers.DATA -> toReceive.isEmpty() ? 0 : toReceive.remove();
        case Registers.FLAGS ->
            (toReceive.isEmpty() ? Registers.FLAGS_RECEIVER_EMPTY : 0)
                | (transmitter.length() == FIFO_BYTES ? Registers.FLAGS_TRANSMITTER_FULL : 0);
        case Registers.IDENTITY_0 -> identity;
        default -> 0;
      };
    }

    @Override
    public void write(int offset, int value) {
      switch (offset) {
        case Registers.DATA -> {
          assertTrue(transmitter.length() < FIFO_BYTES, "a byte was written to a full FIFO");
          transmitter.append((char) value);
        }
        case Registers.INTERRUPT_ENABLE -> interruptEnable = value;
        case Registers.INTERRUPT_CLEAR -> interrupts &= ~value;
        default -> {}
      }
    }
  }

  private static final class TestQueues implements Queues {
    final StringBuilder received = new StringBuilder();
    final StringBuilder toSend = new StringBuilder();
    int roomBytes = Integer.MAX_VALUE;

    @Override
    public boolean received(int value) {
      boolean kept = received.length() < roomBytes;
      if (kept) {
        received.append((char) value);
      }
      return kept;
    }

    @Override
    public int nextToSend(byte[] target) {
      int count = Math.min(target.length, toSend.length());
      for (int i = 0; i < count; i++) {
        target[i] = (byte) toSend.charAt(i);
      }
      toSend.delete(0, count);
      return count;
    }
  }
}
