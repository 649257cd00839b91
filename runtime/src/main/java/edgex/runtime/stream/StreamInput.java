package edgex.runtime.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The consumer's side of a stream. */
public final class StreamInput extends InputStream {
  /** What the reading methods return after the last byte. */
  public static final int END = -1;

  private final Ring ring;
  private final Doorbell doorbell;
  private final byte[] single = new byte[1];

  /** Reads from a ring. */
  public StreamInput(Ring ring, Doorbell doorbell) {
    this.ring = ring;
    this.doorbell = doorbell;
  }

  /**
   * Reads what is there, without waiting.
   *
   * @return the number of bytes read; 0 when there are none now; {@link #END} when none will follow
   */
  public int tryRead(byte[] target, int offset, int length) {
    // Asked first: bytes written before the close are then seen by the read.
    boolean closed = ring.isProducerClosed();
    int count = ring.read(target, offset, length);
    if (count > 0 && ring.takeProducerWaits()) {
      doorbell.wakePeer();
    }
    return count == 0 && closed && length > 0 ? END : count;
  }

  /**
   * For event loops that met an empty ring: asks to be woken when there is something.
   *
   * @return false if there is something now, so that waiting would be wrong
   */
  public boolean announceWait() {
    ring.announceConsumerWaits();
    return ring.available() == 0 && !ring.isProducerClosed();
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) == END ? END : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    int count = tryRead(target, offset, length);
    while (count == 0 && length > 0) {
      if (announceWait()) {
        doorbell.await();
      }
      count = tryRead(target, offset, length);
    }
    return count;
  }

  @Override
  public int available() {
    return ring.available();
  }

  @Override
  public void close() {
    ring.closeConsumer();
    if (ring.takeProducerWaits()) {
      doorbell.wakePeer();
    }
  }
}
