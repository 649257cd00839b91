package edgex.services.hostlink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes records for the host:
 *
 * <pre>
 *  Record  = "EDGEX 1 file " SIZE " " CRC32 " " PATH "\n" SIZE bytes "\n"
 *          | "EDGEX 1 missing " PATH "\n"
 *          | "EDGEX 1 exit " STATUS "\n"
 * </pre>
 *
 * <p>SIZE and STATUS are decimal, CRC32 (IEEE 802.3) has eight hexadecimal digits. PATH ends with
 * the line, so a path with a line feed is refused.
 */
final class RecordWriter {
  private static final int PIECE_BYTES = 1024;
  private static final int STATUS_MASK = 0xff;
  private static final int CHECK_SUM_DIGITS = 8;

  private final OutputStream line;
  private final byte[] piece = new byte[PIECE_BYTES];

  RecordWriter(OutputStream line) {
    this.line = line;
  }

  /** Whether a path can be part of a record. */
  static boolean isPath(String path) {
    return !path.isEmpty() && path.indexOf('\n') < 0;
  }

  /**
   * Sends a file. The content is read twice, first for the check sum, since the size of what can be
   * held here is small.
   */
  void writeFile(String path, ContentReader content, long sizeBytes) throws IOException {
    String sum = checkSum(content, sizeBytes);
    writeLine("EDGEX 1 file " + sizeBytes + " " + sum + " " + path);
    long offset = 0;
    while (offset < sizeBytes) {
      int length = readPiece(content, offset, sizeBytes);
      line.write(piece, 0, length);
      offset += length;
    }
    writeLine("");
  }

  /** Says that there is no such file. */
  void writeMissing(String path) throws IOException {
    writeLine("EDGEX 1 missing " + path);
  }

  /** Says how the command ended: the low eight bits of its status, as programs' statuses are. */
  void writeExit(int status) throws IOException {
    writeLine("EDGEX 1 exit " + (status & STATUS_MASK));
  }

  private String checkSum(ContentReader content, long sizeBytes) {
    CRC32 sum = new CRC32();
    long offset = 0;
    while (offset < sizeBytes) {
      int length = readPiece(content, offset, sizeBytes);
      sum.update(piece, 0, length);
      offset += length;
    }
    StringBuilder digits = new StringBuilder(Long.toHexString(sum.getValue()));
    while (digits.length() < CHECK_SUM_DIGITS) {
      digits.insert(0, '0');
    }
    return digits.toString();
  }

  private int readPiece(ContentReader content, long offset, long sizeBytes) {
    int length = (int) Math.min(PIECE_BYTES, sizeBytes - offset);
    content.read(offset, piece, length);
    return length;
  }

  private void writeLine(String text) throws IOException {
    line.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
