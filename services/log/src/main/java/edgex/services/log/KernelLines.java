package edgex.services.log;

import edgex.abi.service.Log;
import java.nio.charset.StandardCharsets;

/**
 * Makes records of the kernel's own log, line by line. Lines have the form {@code WRITER: TEXT};
 * beside the kernel the supervisor writes there, which has to work without any service. The time of
 * a record is that of its arrival here: after a restart of this service, that of the restart.
 */
final class KernelLines {
  /** Who wrote a line that names nobody. */
  private static final String WRITER = "kernel";

  private static final String SEPARATOR = ": ";

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
      append(text, buffer, clock);
      lineBytes = 0;
    }
  }

  private static void append(String text, LogBuffer buffer, Clock clock) {
    int end = text.indexOf(SEPARATOR);
    boolean named = end > 0 && end <= Log.MAXIMUM_WRITER_BYTES && text.indexOf(' ') > end;
    String writer = named ? text.substring(0, end) : WRITER;
    String rest = named ? text.substring(end + SEPARATOR.length()) : text;
    buffer.append(clock.nowNanos(), Log.INFORMATION, writer, rest);
  }
}
