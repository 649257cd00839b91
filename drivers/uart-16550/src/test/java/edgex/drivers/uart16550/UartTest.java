package edgex.drivers.uart16550;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.drivers.serial.Queues;
import edgex.drivers.serial.RegisterWindow;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UartTest {
  private final SimulatedUart device = new SimulatedUart();
  private final TestQueues queues = new TestQueues();
  private final Uart uart = new Uart(device, queues);

  @BeforeEach
  void initializeUart() {
    uart.initialize();
  }

  @Test
  void initializationSetsTheLine() {
    assertTrue(uart.isPresent());
    assertEquals(1, device.divisor);
    assertEquals(3, device.registers[Registers.LINE_CONTROL]);
    assertEquals(1, device.registers[Registers.INTERRUPT_ENABLE]);
  }

  @Test
  void absentDeviceIsSeen() {
    Uart absent =
        new Uart(
            new RegisterWindow() {
              @Override
              public int read(int register) {
                return Registers.ABSENT;
              }

              @Override
              public void write(int register, int value) {}
            },
            queues);
    assertFalse(absent.isPresent());
  }

  @Test
  void receivedBytesReachTheQueueAndLossIsCounted() {
    queues.roomBytes = 3;
    for (char character : "abcde".toCharArray()) {
      device.toReceive.add((int) character);
    }
    device.overrun = true;
    uart.service();
    assertEquals("abc", queues.received.toString());
    assertEquals(3, uart.lostBytes());
  }

  @Test
  void longOutputIsSentInBurstsWithInterrupts() {
    String text = "x".repeat(10) + "0123456789".repeat(10);
    queues.toSend.append(text);
    uart.service();
    int rounds = 0;
    while (device.sent.length() < text.length()) {
      device.drain(Registers.FIFO_BYTES);
      assertTrue(device.interrupts() || device.sent.length() == text.length());
      uart.service();
      rounds++;
    }
    assertEquals(text, device.sent.toString());
    assertEquals(7, rounds);
    assertFalse(device.interrupts());
  }

  @Test
  void nothingIsLostOrReorderedInAnyInterleaving() {
    Random random = new Random(11);
    StringBuilder allSent = new StringBuilder();
    StringBuilder allReceived = new StringBuilder();
    queues.roomBytes = Integer.MAX_VALUE;
    for (int step = 0; step < 20_000; step++) {
      char character = (char) ('a' + random.nextInt(26));
      switch (random.nextInt(4)) {
        case 0 -> {
          allSent.append(character);
          queues.toSend.append(character);
          uart.service();
        }
        case 1 -> {
          allReceived.append(character);
          device.toReceive.add((int) character);
        }
        case 2 -> device.drain(random.nextInt(20));
        default -> serviceInterrupt();
      }
    }
    for (int round = 0; round < 20_000 && device.sent.length() < allSent.length(); round++) {
      device.drain(Registers.FIFO_BYTES);
      serviceInterrupt();
    }
    serviceInterrupt();
    assertEquals(allSent.toString(), device.sent.toString());
    assertEquals(allReceived.toString(), queues.received.toString());
  }

  private void serviceInterrupt() {
    if (device.interrupts()) {
      uart.service();
    }
  }

  private static final class TestQueues implements Queues {
    final StringBuilder received = new StringBuilder();
    final StringBuilder toSend = new StringBuilder();
    int roomBytes;

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
