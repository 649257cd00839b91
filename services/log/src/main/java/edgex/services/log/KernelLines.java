package edgex.services.log;

import edgex.abi.service.Log;
import java.nio.charset.StandardCharsets;

/** Makes records of the kernel's own log, line by line. */
final class KernelLines {
  /** Name of the writer. */
  static final String WRITER = "kernel";

  /** The kernel's log, of which the oldest part may be gone. */
  interface Source {
    /**
     * Copies bytes from a position on, or from the oldest that is left.
     *
     * @return how many; 0 at the end
     */
    int read(long position, byte[] target);

    /** Position of the first byte that the last {@link #read} copied. */
    long position();
  }

  private static final int PIECE_BYTES = 1000;

  private final Source source;
  private final byte[] piece = new byte[PIECE_BYTES];
  private final byte[] line = new byte[Log.MAXIMUM_TEXT_BYTES];
  private int lineBytes;
  private long position;

  KernelLines(Source source) {
    this.source = source;
  }

  /**
   * Adds the lines that are new and complete. A longer line than a record holds is cut into
   * several.
   */
  void copyTo(LogBuffer buffer, Clock clock) {
    int count = source.read(position, piece);
    while (count > 0) {
      if (source.position() != position) {
        lineBytes = 0;
      }
      position = source.position() + count;
      for (int i = 0; i < count; i++) {
        add(piece[i], buffer, clock);
      }
      count = source.read(position, piece);
    }
  }

  private void add(byte character, LogBuffer buffer, Clock clock) {
    boolean endOfLine = character == '\n';
    if (!endOfLine) {
      line[lineBytes++] = character;
    }
    if (lineBytes == line.length || (endOfLine && lineBytes > 0)) {
      String text = new String(line, 0, lineBytes, StandardCharsets.US_ASCII);
      buffer.append(clock.nowNanos(), Log.INFORMATION, WRITER, text);
      lineBytes = 0;
    }
  }
}
