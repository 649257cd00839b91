package edgex.crypto.encoding.cbor;

import edgex.crypto.CryptoException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads deterministic CBOR item by item. Refused are numbers and lengths that are longer than
 * needed, indefinite lengths, text that is not UTF-8, floating-point numbers and undefined values,
 * which nothing here has; {@link #readMap} refuses keys that are out of order or there twice.
 */
public final class CborReader {
  private static final int ONE_BYTE = 24;
  private static final int EIGHT_BYTES = 27;
  private static final int FALSE = 20;
  private static final int TRUE = 21;
  private static final int NULL = 22;
  private static final int MAXIMUM_DEPTH = 16;

  private final byte[] bytes;
  private int position;

  /** Reads from bytes that hold items one behind the other. */
  public CborReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What a map gives: its key was just read, its value is to be read. */
  @FunctionalInterface
  public interface Entry {
    /** Reads the value of a key, which is a whole number. */
    void read(long key);
  }

  /** Whether no item is left. */
  public boolean atEnd() {
    return position == bytes.length;
  }

  /** Refuses items that nobody asked for. */
  public void requireEnd() {
    if (!atEnd()) {
      throw refuse("has more than it may");
    }
  }

  /** What the next item is. */
  public CborKind nextKind() {
    if (atEnd()) {
      throw refuse("ends where an item is expected");
    }
    return CborKind.of((bytes[position] & 0xFF) >> 5);
  }

  /** Passes the head of the next item and returns its number, which is unsigned. */
  private long readHead(CborKind kind) {
    if (nextKind() != kind) {
      throw refuse("has " + nextKind() + " where " + kind + " is expected");
    }
    int low = bytes[position++] & 0x1F;
    if (low < ONE_BYTE) {
      return low;
    }
    if (low > EIGHT_BYTES) {
      throw refuse("has an indefinite length");
    }
    int count = 1 << (low - ONE_BYTE);
    if (count > bytes.length - position) {
      throw refuse("ends too early");
    }
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | (bytes[position++] & 0xFF);
    }
    boolean isLongerThanNeeded = count == 1 ? number < ONE_BYTE : number >>> (4 * count) == 0;
    if (isLongerThanNeeded) {
      throw refuse("has a number that is longer than needed");
    }
    return number;
  }

  /** A whole number from -2^63 to 2^63 - 1. */
  public long readInteger() {
    boolean isNegative = nextKind() == CborKind.NEGATIVE;
    long number = readHead(isNegative ? CborKind.NEGATIVE : CborKind.UNSIGNED);
    if (number < 0) {
      throw refuse("has a number of more than 64 bits");
    }
    return isNegative ? ~number : number;
  }

  /** Bytes. */
  public byte[] readBytes() {
    return readContent(CborKind.BYTES);
  }

  private byte[] readContent(CborKind kind) {
    long length = readHead(kind);
    if (length < 0 || length > bytes.length - position) {
      throw refuse("has bytes or text that end behind it");
    }
    position += (int) length;
    return Arrays.copyOfRange(bytes, position - (int) length, position);
  }

  /** A text. */
  public String readText() {
    byte[] content = readContent(CborKind.TEXT);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw refuse("has a text that is not UTF-8");
    }
  }

  /** Begins an array and returns how many items follow. */
  public int readArray() {
    return readCount(CborKind.ARRAY);
  }

  private int readCount(CborKind kind) {
    long count = readHead(kind);
    // Each item takes a byte at least: a larger count must not make anybody reserve memory.
    if (count < 0 || count > bytes.length - position) {
      throw refuse("has an array or map that ends behind it");
    }
    return (int) count;
  }

  /** Reads a map whose keys are whole numbers. */
  public void readMap(Entry entry) {
    int count = readCount(CborKind.MAP);
    int keyStart = -1;
    int keyEnd = -1;
    for (int i = 0; i < count; i++) {
      int start = position;
      long key = readInteger();
      requireOrder(keyStart, keyEnd, start);
      keyStart = start;
      keyEnd = position;
      entry.read(key);
    }
  }

  /** The number of the tag in front of the next item. */
  public long readTag() {
    return readHead(CborKind.TAG);
  }

  /** A truth value. */
  public boolean readTruth() {
    long value = readHead(CborKind.SIMPLE);
    if (value != FALSE && value != TRUE) {
      throw refuse("has something other than a truth value");
    }
    return value == TRUE;
  }

  /** Passes null if it is next. */
  public boolean skipNothing() {
    boolean isNothing =
        !atEnd() && bytes[position] == (byte) (CborKind.SIMPLE.number() << 5 | NULL);
    position += isNothing ? 1 : 0;
    return isNothing;
  }

  /** Passes the next item, whatever it is, and returns its encoding. */
  public byte[] readItem() {
    int start = position;
    skip(MAXIMUM_DEPTH);
    return Arrays.copyOfRange(bytes, start, position);
  }

  private void skip(int depth) {
    if (depth == 0) {
      throw refuse("has more than " + MAXIMUM_DEPTH + " items in one another");
    }
    switch (nextKind()) {
      case UNSIGNED, NEGATIVE -> readHead(nextKind());
      case BYTES -> readBytes();
      case TEXT -> readText();
      case ARRAY -> skipAll(readArray(), depth - 1);
      case MAP -> skipPairs(depth - 1);
      case TAG -> {
        readTag();
        skip(depth - 1);
      }
      default -> {
        if (!skipNothing()) {
          readTruth();
        }
      }
    }
  }

  private void skipAll(int count, int depth) {
    for (int i = 0; i < count; i++) {
      skip(depth);
    }
  }

  private void skipPairs(int depth) {
    int count = readCount(CborKind.MAP);
    int keyStart = -1;
    int keyEnd = -1;
    for (int i = 0; i < count; i++) {
      int start = position;
      skip(depth);
      requireOrder(keyStart, keyEnd, start);
      keyStart = start;
      keyEnd = position;
      skip(depth);
    }
  }

  /**
   * The order of section 4.2.1, that of the keys' encodings byte by byte: the key before, if there
   * is one, must be less than the key that was just read.
   */
  private void requireOrder(int beforeStart, int beforeEnd, int start) {
    if (beforeStart < 0) {
      return;
    }
    int at = 0;
    while (beforeStart + at < beforeEnd
        && start + at < position
        && bytes[beforeStart + at] == bytes[start + at]) {
      at++;
    }
    // An item is never the beginning of another one, so equal so far means equal.
    boolean isEqual = beforeStart + at == beforeEnd || start + at == position;
    if (isEqual || (bytes[beforeStart + at] & 0xFF) > (bytes[start + at] & 0xFF)) {
      throw refuse("has keys of a map twice or out of order");
    }
  }

  private CryptoException refuse(String why) {
    return new CryptoException("CBOR at byte " + position + " " + why);
  }
}
