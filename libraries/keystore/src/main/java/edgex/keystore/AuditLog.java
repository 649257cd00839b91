package edgex.keystore;

import edgex.crypto.encoding.cbor.CborReader;
import edgex.crypto.encoding.cbor.CborWriter;
import edgex.crypto.hash.Hash;
import edgex.crypto.hash.Sha2;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What happened, each line with the hash of all before it, so that whoever has kept one hash
 * notices if a line before was changed or cut out. The store keeps the last lines; who wants all
 * fetches them in time.
 *
 * <pre>
 *   hash of line n = SHA-256(hash of line n - 1 | line n)
 * </pre>
 */
public final class AuditLog {
  private static final int MAXIMUM_LINES = 512;

  /** A line with its number and the hash up to it. */
  public static final class Line {
    private final long number;
    private final String text;
    private final byte[] hash;

    Line(long number, String text, byte[] hash) {
      this.number = number;
      this.text = text;
      this.hash = hash;
    }

    /** Lines are counted from 1 on. */
    public long number() {
      return number;
    }

    /** What happened. */
    public String text() {
      return text;
    }

    /** The hash of this line and all before it. */
    public byte[] hash() {
      return hash.clone();
    }
  }

  private final Deque<Line> lines = new ArrayDeque<>();

  /** Number and hash of the line before the first that is kept. */
  private long baseNumber;

  private byte[] base = new byte[32];

  AuditLog() {}

  void append(String text) {
    Line last = lines.peekLast();
    long number = (last == null ? baseNumber : last.number) + 1;
    lines.add(new Line(number, text, chain(last == null ? base : last.hash, text)));
    if (lines.size() > MAXIMUM_LINES) {
      Line dropped = lines.remove();
      baseNumber = dropped.number;
      base = dropped.hash;
    }
  }

  private static byte[] chain(byte[] before, String text) {
    Hash hash = Sha2.sha256();
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    byte[] digest = new byte[hash.digestBytes()];
    hash.update(before, 0, before.length);
    hash.update(line, 0, line.length);
    hash.digest(digest, 0);
    return digest;
  }

  /** The lines that are kept, oldest first. */
  public List<Line> lines() {
    return new ArrayList<>(lines);
  }

  /**
   * Whether lines follow one another and on a hash that was kept: that of the line before the
   * first.
   */
  public static boolean follows(byte[] before, List<Line> lines) {
    byte[] expected = before;
    long number = lines.isEmpty() ? 0 : lines.get(0).number;
    for (Line line : lines) {
      expected = chain(expected, line.text);
      if (line.number != number || !Arrays.equals(expected, line.hash)) {
        return false;
      }
      number++;
    }
    return true;
  }

  void write(CborWriter output) {
    output.array(2 + lines.size()).integer(baseNumber).bytes(base);
    for (Line line : lines) {
      output.text(line.text);
    }
  }

  static AuditLog read(CborReader input) {
    AuditLog log = new AuditLog();
    int count = input.readArray() - 2;
    log.baseNumber = input.readInteger();
    log.base = input.readBytes();
    for (int i = 0; i < count; i++) {
      log.append(input.readText());
    }
    return log;
  }
}
