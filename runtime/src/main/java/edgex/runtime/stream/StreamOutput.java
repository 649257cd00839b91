package edgex.runtime.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** The producer's side of a stream. What is written is at once visible to the consumer. */
public final class StreamOutput extends OutputStream {
  private final Ring ring;
  private final Doorbell doorbell;
  private final byte[] single = new byte[1];

  /** Writes into a ring. */
  public StreamOutput(Ring ring, Doorbell doorbell) {
    this.ring = ring;
    this.doorbell = doorbell;
  }

  /**
   * Writes as much as fits, without waiting.
   *
   * @return the number of bytes written; 0 when the ring is full
   */
  public int tryWrite(byte[] source, int offset, int length) {
    int count = ring.write(source, offset, length);
    if (count > 0) {
      wakeConsumer();
    }
    return count;
  }

  /**
   * For event loops that met a full ring: asks to be woken when there is room.
   *
   * @return false if there is room now, so that waiting would be wrong
   */
  public boolean announceWait() {
    ring.announceProducerWaits();
    return ring.space() == 0 && !ring.isConsumerClosed();
  }

  /** Whether nobody reads any more. */
  public boolean isAbandoned() {
    return ring.isConsumerClosed();
  }

  @Override
  public void write(int value) throws IOException {
    single[0] = (byte) value;
    write(single, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, source.length);
    int written = 0;
    while (written < length) {
      if (ring.isConsumerClosed()) {
        throw new IOException("the reader of this stream is gone");
      }
      int count = tryWrite(source, offset + written, length - written);
      if (count == 0 && announceWait()) {
        doorbell.await();
      }
      written += count;
    }
  }

  /** Waits until the consumer has read everything, or reads no more. */
  public void drain() {
    while (ring.space() < ring.capacity() && !ring.isConsumerClosed()) {
      ring.announceProducerWaits();
      if (ring.space() < ring.capacity() && !ring.isConsumerClosed()) {
        doorbell.await();
      }
    }
  }

  @Override
  public void close() {
    ring.closeProducer();
    wakeConsumer();
  }

  private void wakeConsumer() {
    if (ring.takeConsumerWaits()) {
      doorbell.wakePeer();
    }
  }
}
