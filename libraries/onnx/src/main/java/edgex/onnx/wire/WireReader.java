package edgex.onnx.wire;

import edgex.onnx.ModelFormatException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one protocol-buffer message field by field, without trusting a byte of it.
 *
 * <p>The encoding: a message is a sequence of fields; a field is a varint tag, {@code number << 3 |
 * wireType}, and a value.
 *
 * <pre>
 *   wire type 0   varint: 7 bits a byte, least significant first, the high bit says "more follows"
 *   wire type 1   8 bytes, little-endian
 *   wire type 2   varint length, then that many bytes: text, bytes, message, or packed numbers
 *   wire type 5   4 bytes, little-endian
 * </pre>
 *
 * Use: {@code while (reader.next()) switch (reader.field()) ...}, each branch taking the value once
 * or calling {@link #skip()}. Nothing is allocated that is larger than the bytes it came from; the
 * number of fields and the depth of nesting are bounded by {@link WireLimits}.
 *
 * <p>Specification: protobuf.dev/programming-guides/encoding.
 */
public final class WireReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private final WireWindow bytes;
  private final int end;
  private final WireReader parent;
  private final String name;
  private final int depth;
  private final WireLimits limits;
  private int position;
  private int field;
  private int wireType;

  /** A reader of the whole array as one message. */
  public WireReader(byte[] bytes, String name, WireLimits limits) {
    this(WireFile.of(bytes), name, limits);
  }

  /** A reader of a whole file as one message. */
  public WireReader(WireFile file, String name, WireLimits limits) {
    this(new WireWindow(file), 0, file.length(), null, name, 0, limits);
  }

  private WireReader(
      WireWindow bytes,
      int start,
      int end,
      WireReader parent,
      String name,
      int depth,
      WireLimits limits) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.parent = parent;
    this.name = name;
    this.depth = depth;
    this.limits = limits;
  }

  /**
   * Moves to the next field.
   *
   * @return false at the end of the message
   * @throws ModelFormatException if the tag is damaged or there are too many fields
   */
  public boolean next() throws ModelFormatException {
    if (position == end) {
      return false;
    }
    if (!limits.takeField()) {
      throw failure("the file has more than " + limits.maximumFields() + " fields");
    }
    long tag = readVarint();
    long number = tag >>> 3;
    if (number == 0 || number > 0x1FFF_FFFF) {
      throw failure("field number " + number + " is not valid");
    }
    field = (int) number;
    wireType = (int) (tag & 7);
    return true;
  }

  /** Number of the current field. */
  public int field() {
    return field;
  }

  /** Whether the current field holds a run of bytes: text, a message or packed numbers. */
  public boolean isLengthDelimited() {
    return wireType == LENGTH_DELIMITED;
  }

  /** Whether bytes are left; for a reader of {@link #packed()} numbers. */
  public boolean hasMore() {
    return position < end;
  }

  /** The current field's value as an integer. */
  public long integer() throws ModelFormatException {
    require(VARINT, "an integer");
    return readVarint();
  }

  /** The current field's value as a 32-bit floating-point number. */
  public float float32() throws ModelFormatException {
    require(FIXED32, "a 32-bit number");
    return Float.intBitsToFloat(readFixed32());
  }

  /** The current field's value as a 64-bit floating-point number. */
  public double float64() throws ModelFormatException {
    require(FIXED64, "a 64-bit number");
    return Double.longBitsToDouble(readFixed64());
  }

  /** The current field's value as UTF-8 text; malformed bytes become replacement characters. */
  public String text() throws ModelFormatException {
    int length = openRun("text");
    String text = new String(bytes.copy(position, length), StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  /** The current field's value as bytes, not read yet. */
  public ByteRun bytes() throws ModelFormatException {
    int length = openRun("bytes");
    ByteRun run = new ByteRun(bytes.file(), position, length);
    position += length;
    return run;
  }

  /** A reader of the current field's value as a message, called {@code name} in error messages. */
  public WireReader message(String name) throws ModelFormatException {
    int length = openRun("a message");
    if (depth + 1 > limits.maximumDepth()) {
      throw failure("messages are nested deeper than " + limits.maximumDepth());
    }
    return open(name, length);
  }

  /** A reader of the current field's value as packed numbers. */
  public WireReader packed() throws ModelFormatException {
    return open("packed", openRun("packed numbers"));
  }

  private WireReader open(String name, int length) {
    int start = position;
    position += length;
    return new WireReader(bytes, start, position, this, name, depth + 1, limits);
  }

  /** Passes over the current field. */
  public void skip() throws ModelFormatException {
    switch (wireType) {
      case VARINT -> readVarint();
      case FIXED64 -> take(Long.BYTES);
      case LENGTH_DELIMITED -> take(openRun("bytes"));
      case FIXED32 -> take(Integer.BYTES);
      default -> throw failure("field " + field + " has the unknown wire type " + wireType);
    }
  }

  /** The next packed varint. */
  public long readVarint() throws ModelFormatException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (position >= end) {
        throw failure("the data ends within a number");
      }
      int next = bytes.at(position++);
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw failure("a number is longer than 10 bytes");
  }

  /** The next packed 32-bit number. */
  public int readFixed32() throws ModelFormatException {
    return bytes.int32(take(Integer.BYTES));
  }

  /** The next packed 64-bit number. */
  public long readFixed64() throws ModelFormatException {
    return bytes.int64(take(Long.BYTES));
  }

  private int take(int count) throws ModelFormatException {
    if (count > end - position) {
      throw failure("the data ends within a value");
    }
    int start = position;
    position += count;
    return start;
  }

  private int openRun(String what) throws ModelFormatException {
    require(LENGTH_DELIMITED, what);
    long length = readVarint();
    if (length < 0 || length > end - position) {
      throw failure(
          "field "
              + field
              + " claims "
              + Long.toUnsignedString(length)
              + " bytes, but only "
              + (end - position)
              + " are left");
    }
    return (int) length;
  }

  private void require(int expected, String what) throws ModelFormatException {
    if (wireType != expected) {
      throw failure("field " + field + " is not " + what);
    }
  }

  /** An exception that says {@code problem} and where: the path of messages and the byte. */
  public ModelFormatException failure(String problem) {
    return new ModelFormatException(problem + " (in " + path() + ", at byte " + position + ")");
  }

  private String path() {
    StringBuilder path = new StringBuilder(name);
    for (WireReader outer = parent; outer != null; outer = outer.parent) {
      path.insert(0, outer.name + ".");
    }
    return path.toString();
  }
}
