package edgex.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.StreamRing;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.Trap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RingTest {
  private static final int CAPACITY = 4096;

  private final long address = RawMemory.allocate(Ring.sizeBytes(CAPACITY));
  private final Ring ring = new Ring(address, Ring.sizeBytes(CAPACITY));

  /** A doorbell over the simulated kernel's notifications. */
  private record Bell(int peer, int own) implements Doorbell {
    @Override
    public void wakePeer() {
      Trap.signalNotification(peer);
    }

    @Override
    public void await() {
      Trap.awaitNotification(own, -1);
    }
  }

  @Test
  @Timeout(60)
  void threadsExchangeEveryByteInOrder() throws Exception {
    byte[] sent = new byte[3_000_000];
    new Random(1).nextBytes(sent);
    int producerWake = Trap.createNotification();
    int consumerWake = Trap.createNotification();
    StreamOutput output = new StreamOutput(ring, new Bell(consumerWake, producerWake));
    StreamInput input = new StreamInput(ring, new Bell(producerWake, consumerWake));
    Thread producer = new Thread(() -> writeInPieces(output, sent, new Random(2)));
    producer.start();
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    Random sizes = new Random(3);
    byte[] piece = new byte[6000];
    int count = input.read(piece, 0, 1 + sizes.nextInt(piece.length));
    while (count != StreamInput.END) {
      received.write(piece, 0, count);
      count = input.read(piece, 0, 1 + sizes.nextInt(piece.length));
    }
    producer.join();
    assertArrayEquals(sent, received.toByteArray());
  }

  private static void writeInPieces(StreamOutput output, byte[] bytes, Random sizes) {
    try {
      int done = 0;
      while (done < bytes.length) {
        int count = Math.min(bytes.length - done, 1 + sizes.nextInt(6000));
        output.write(bytes, done, count);
        done += count;
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } finally {
      output.close();
    }
  }

  @Test
  void countersWrapAroundThirtyTwoBits() {
    RawMemory.putInt(address + StreamRing.PRODUCED_OFFSET, -10);
    RawMemory.putInt(address + StreamRing.CONSUMED_OFFSET, -10);
    byte[] bytes = "more than ten bytes".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertEquals(bytes.length, ring.write(bytes, 0, bytes.length));
    byte[] back = new byte[bytes.length];
    assertEquals(bytes.length, ring.read(back, 0, back.length));
    assertArrayEquals(bytes, back);
    assertEquals(CAPACITY, ring.space());
  }

  @Test
  void noIndexOfThePeerLeadsOutside() {
    Random random = new Random(4);
    byte[] bytes = new byte[2 * CAPACITY];
    long after = address + Ring.sizeBytes(CAPACITY);
    for (int round = 0; round < 20_000; round++) {
      RawMemory.putInt(address + StreamRing.PRODUCED_OFFSET, random.nextInt());
      RawMemory.putInt(address + StreamRing.CONSUMED_OFFSET, random.nextInt());
      int written = ring.write(bytes, 0, bytes.length);
      int read = ring.read(bytes, 0, bytes.length);
      assertTrue(written >= 0 && written <= CAPACITY && read >= 0 && read <= CAPACITY);
    }
    bytes[0] = 1;
    RawMemory.putInt(address + StreamRing.PRODUCED_OFFSET, 0);
    RawMemory.putInt(address + StreamRing.CONSUMED_OFFSET, 0);
    java.util.Arrays.fill(bytes, (byte) 1);
    assertEquals(CAPACITY, ring.write(bytes, 0, bytes.length));
    assertEquals(0, RawMemory.getByte(after));
  }

  @Test
  void tryFormsDoNotWaitAndSayTheEnd() throws IOException {
    Doorbell unused = new Bell(Trap.createNotification(), Trap.createNotification());
    StreamOutput output = new StreamOutput(ring, unused);
    StreamInput input = new StreamInput(ring, unused);
    byte[] bytes = new byte[CAPACITY];
    assertEquals(0, input.tryRead(bytes, 0, 10));
    assertTrue(input.announceWait());
    int before = Trap.calls();
    assertEquals(10, output.tryWrite(bytes, 0, 10));
    assertEquals(before + 1, Trap.calls());
    assertFalse(input.announceWait());
    output.close();
    assertEquals(10, input.tryRead(bytes, 0, 100));
    assertEquals(StreamInput.END, input.tryRead(bytes, 0, 100));
    input.close();
    assertThrows(IOException.class, () -> output.write(1));
  }

  @Test
  void noSystemCallWhileBothAreAwake() {
    Doorbell unused = new Bell(Trap.createNotification(), Trap.createNotification());
    StreamOutput output = new StreamOutput(ring, unused);
    StreamInput input = new StreamInput(ring, unused);
    int before = Trap.calls();
    byte[] bytes = new byte[100];
    for (int i = 0; i < 1000; i++) {
      assertEquals(100, output.tryWrite(bytes, 0, 100));
      assertEquals(100, input.tryRead(bytes, 0, 100));
    }
    assertEquals(before, Trap.calls());
  }

  @Test
  void sizeMustBeThatOfARing() {
    assertThrows(IllegalArgumentException.class, () -> new Ring(address, 4096));
    assertThrows(IllegalArgumentException.class, () -> new Ring(address, 4096 + 3000));
  }
}
