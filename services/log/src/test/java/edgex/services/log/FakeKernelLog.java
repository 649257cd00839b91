package edgex.services.log;

import java.nio.charset.StandardCharsets;

/** A kernel log whose oldest bytes may be gone; it gives few bytes at a time. */
final class FakeKernelLog implements KernelLines.Source {
  private static final int PIECE_BYTES = 7;

  private final StringBuilder text = new StringBuilder();
  private int oldest;
  private long position;

  void append(String more) {
    text.append(more);
  }

  void dropBefore(int position) {
    oldest = position;
  }

  @Override
  public int read(long wanted, byte[] target) {
    position = Math.max(wanted, oldest);
    int end = Math.min(text.length(), (int) position + PIECE_BYTES);
    byte[] bytes = text.substring((int) position, end).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, target, 0, bytes.length);
    return bytes.length;
  }

  @Override
  public long position() {
    return position;
  }
}
