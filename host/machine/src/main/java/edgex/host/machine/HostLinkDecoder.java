package edgex.host.machine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * Reads the host link: what a guest writes to its second serial line.
 *
 * <pre>
 *  Link    = { Record }
 *  Record  = "EDGEX 1 file " SIZE " " CRC32 " " PATH "\n" SIZE bytes "\n"
 *          | "EDGEX 1 missing " PATH "\n"
 *          | "EDGEX 1 exit " STATUS "\n"
 *          | "EDGEX 1 panic\n"
 * </pre>
 *
 * <p>SIZE and STATUS are decimal, CRC32 has eight hexadecimal digits, PATH is UTF-8 to the end of
 * the line. A guest may be broken, so any bytes are accepted: decoding stops at the first that are
 * no record, and the report says so.
 */
public final class HostLinkDecoder {
  private static final String PREFIX = "EDGEX 1 ";

  /** A header holds a path of at most 4,096 bytes and some numbers. */
  private static final int MAXIMUM_HEADER_BYTES = 8192;

  private static final int MAXIMUM_STATUS = 255;

  private final byte[] bytes;
  private final Map<String, ByteBuffer> files = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();
  private OptionalInt exitStatus = OptionalInt.empty();
  private boolean panicked;
  private int position;

  private HostLinkDecoder(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Everything that can be understood of what a guest wrote. */
  public static HostLinkReport decode(byte[] bytes) {
    return decode(bytes, 0);
  }

  /**
   * As {@link #decode(byte[])}, for a guest that was booted by firmware: that may use every serial
   * line as its console, so what comes before the first record is not the guest's.
   */
  public static HostLinkReport decodeAfterFirmware(byte[] bytes) {
    int first = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(PREFIX);
    return decode(bytes, first < 0 ? bytes.length : first);
  }

  private static HostLinkReport decode(byte[] bytes, int start) {
    HostLinkDecoder decoder = new HostLinkDecoder(bytes);
    decoder.position = start;
    Optional<String> damage = decoder.readRecords();
    return new HostLinkReport(
        decoder.files, decoder.missing, decoder.exitStatus, decoder.panicked, damage);
  }

  private Optional<String> readRecords() {
    while (position < bytes.length) {
      int start = position;
      try {
        readRecord(header());
      } catch (DamageException damage) {
        return Optional.of("byte " + start + " of the host link: " + damage.getMessage());
      }
    }
    return Optional.empty();
  }

  private String header() throws DamageException {
    int limit = Math.min(bytes.length, position + MAXIMUM_HEADER_BYTES);
    for (int end = position; end < limit; end++) {
      if (bytes[end] == '\n') {
        String line = new String(bytes, position, end - position, StandardCharsets.UTF_8);
        position = end + 1;
        return line;
      }
    }
    throw new DamageException("a record without an end");
  }

  private void readRecord(String header) throws DamageException {
    if (!header.startsWith(PREFIX)) {
      throw new DamageException("not a record");
    }
    String[] words = header.substring(PREFIX.length()).split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "file" -> readFile(rest);
      case "missing" -> missing.add(rest);
      case "exit" -> exitStatus = OptionalInt.of(number(rest, MAXIMUM_STATUS));
      case "panic" -> panicked = true;
      default -> throw new DamageException("unknown record '" + words[0] + "'");
    }
  }

  private void readFile(String rest) throws DamageException {
    String[] words = rest.split(" ", 3);
    if (words.length != 3) {
      throw new DamageException("a file record without size, check sum and path");
    }
    int sizeBytes = number(words[0], Integer.MAX_VALUE);
    if (sizeBytes >= bytes.length - position || bytes[position + sizeBytes] != '\n') {
      throw new DamageException("the content of " + words[2] + " is cut off");
    }
    CRC32 sum = new CRC32();
    sum.update(bytes, position, sizeBytes);
    String actual = String.format("%08x", sum.getValue());
    if (!actual.equals(words[1])) {
      throw new DamageException(
          "the content of " + words[2] + " has the check sum " + actual + ", not " + words[1]);
    }
    files.put(words[2], ByteBuffer.wrap(bytes, position, sizeBytes).slice().asReadOnlyBuffer());
    position += sizeBytes + 1;
  }

  private static int number(String digits, int maximum) throws DamageException {
    try {
      int value = Integer.parseInt(digits);
      if (value >= 0 && value <= maximum && Character.isDigit(digits.charAt(0))) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw new DamageException("'" + digits + "' is not a number", notANumber);
    }
    throw new DamageException("'" + digits + "' is not in 0 to " + maximum);
  }

  private static final class DamageException extends Exception {
    private static final long serialVersionUID = 1L;

    private DamageException(String message) {
      super(message);
    }

    private DamageException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
