package edgex.tests.system;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects what the guest writes to its first serial line, and waits for parts of it. */
final class Terminal extends OutputStream {
  private static final long LIMIT_NANOS = 60_000_000_000L;
  private static final long NANOS_PER_MILLISECOND = 1_000_000;

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int value) {
    received.write(value);
    notifyAll();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    received.write(bytes, offset, length);
    notifyAll();
  }

  /** Everything so far, without the sequences that move the cursor, complete or still coming. */
  synchronized String text() {
    return received
        .toString(StandardCharsets.UTF_8)
        .replaceAll("\u001b(\\[[0-9;]*([A-Za-z]|$)|$)", "");
  }

  /**
   * Waits until the text from a position on contains something.
   *
   * @return the position after it
   */
  synchronized int await(String wanted, int from) throws InterruptedException {
    long end = System.nanoTime() + LIMIT_NANOS;
    int place = text().indexOf(wanted, from);
    while (place < 0) {
      long leftMillis = (end - System.nanoTime()) / NANOS_PER_MILLISECOND;
      if (leftMillis <= 0) {
        throw new AssertionError("no '" + wanted + "' in: " + text().substring(from));
      }
      wait(leftMillis);
      place = text().indexOf(wanted, from);
    }
    return place + wanted.length();
  }
}
