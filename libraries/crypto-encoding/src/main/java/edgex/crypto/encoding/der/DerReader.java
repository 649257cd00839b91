package edgex.crypto.encoding.der;

import edgex.crypto.CryptoException;
import java.util.Arrays;

/**
 * Reads DER element by element. What is not the one encoding of a value is refused: lengths that
 * are longer than needed or indefinite, numbers with leading zeros, booleans other than 0 and FF.
 *
 * <pre>
 *   element:  tag (1) | length (1, or 80 + n and n bytes) | content
 * </pre>
 *
 * A reader is a position in a range of somebody's bytes; readers of inner elements share them.
 */
public final class DerReader {
  private static final int LONG_LENGTH = 0x80;
  private static final int MAXIMUM_LENGTH_BYTES = 3;
  private static final int HIGH_TAG_NUMBER = 0x1F;

  private final byte[] bytes;
  private final int end;
  private int position;

  /** Reads from bytes that hold elements one behind the other. */
  public DerReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private DerReader(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /** The content of the only element of some bytes, which must have a tag. */
  public static DerReader ofWhole(byte[] bytes, int tag) {
    DerReader outer = new DerReader(bytes);
    DerReader inner = outer.readInner(tag);
    outer.requireEnd();
    return inner;
  }

  /** Whether no element is left. */
  public boolean atEnd() {
    return position == end;
  }

  /** Whether the next element is there and has a tag. */
  public boolean nextIs(int tag) {
    return position < end && (bytes[position] & 0xFF) == tag;
  }

  /** Refuses elements that nobody asked for. */
  public void requireEnd() {
    if (position != end) {
      throw refuse("has more than it may");
    }
  }

  /** A reader of what is inside the next element. */
  public DerReader readInner(int tag) {
    int length = readHeader(tag);
    int start = position;
    position += length;
    return new DerReader(bytes, start, position);
  }

  /** The content of the next element. */
  public byte[] readContent(int tag) {
    int length = readHeader(tag);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  /** The next element with its tag and length, whatever it is. */
  public byte[] readElement() {
    if (atEnd()) {
      throw refuse("ends where an element is expected");
    }
    int start = position;
    int length = readHeader(bytes[position] & 0xFF);
    position += length;
    return Arrays.copyOfRange(bytes, start, position);
  }

  /** Passes tag and length, and returns the latter, which is inside the range. */
  private int readHeader(int tag) {
    if (!nextIs(tag)) {
      throw refuse("has no element " + Integer.toHexString(tag) + " here");
    }
    if ((tag & HIGH_TAG_NUMBER) == HIGH_TAG_NUMBER) {
      throw refuse("has a tag of several bytes");
    }
    position++;
    int length = readLength();
    if (length > end - position) {
      throw refuse("has an element that ends behind what encloses it");
    }
    return length;
  }

  private int readLength() {
    int first = next();
    if (first < LONG_LENGTH) {
      return first;
    }
    int count = first - LONG_LENGTH;
    if (count == 0 || count > MAXIMUM_LENGTH_BYTES) {
      throw refuse("has an indefinite or a huge length");
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | next();
    }
    if (length < LONG_LENGTH || length >>> (8 * (count - 1)) == 0) {
      throw refuse("has a length that is longer than needed");
    }
    return length;
  }

  private int next() {
    if (atEnd()) {
      throw refuse("ends too early");
    }
    return bytes[position++] & 0xFF;
  }

  /** A whole number of any size, as the shortest two's complement, most significant byte first. */
  public byte[] readInteger() {
    byte[] content = readContent(DerTag.INTEGER);
    boolean padded =
        content.length > 1
            && ((content[0] == 0 && content[1] >= 0) || (content[0] == -1 && content[1] < 0));
    if (content.length == 0 || padded) {
      throw refuse("has a number that is empty or longer than needed");
    }
    return content;
  }

  /** A number from 0 to 2^31 - 1. */
  public int readSmallInteger() {
    byte[] content = readInteger();
    if (content.length > 4 || content[0] < 0) {
      throw refuse("has a number that is negative or too large");
    }
    int value = 0;
    for (byte digit : content) {
      value = value << 8 | (digit & 0xFF);
    }
    return value;
  }

  /** A truth value. */
  public boolean readBoolean() {
    byte[] content = readContent(DerTag.BOOLEAN);
    if (content.length != 1 || (content[0] != 0 && content[0] != -1)) {
      throw refuse("has a truth value that is neither 00 nor FF");
    }
    return content[0] != 0;
  }

  /** An object identifier, in the form {@code 1.2.840}. */
  public String readObjectIdentifier() {
    return ObjectIdentifiers.decode(readContent(DerTag.OBJECT_IDENTIFIER));
  }

  /** A string of bits whose number is a multiple of 8. */
  public byte[] readBitString() {
    byte[] content = readContent(DerTag.BIT_STRING);
    if (content.length == 0 || content[0] != 0) {
      throw refuse("has a string of bits that does not consist of bytes");
    }
    return Arrays.copyOfRange(content, 1, content.length);
  }

  /**
   * A list of named bits (X.690, section 11.2.2: it ends with a bit that is set).
   *
   * @return bit i of the result is named bit i; at most 16
   */
  public int readNamedBits() {
    byte[] content = readContent(DerTag.BIT_STRING);
    int last = content.length - 1;
    if (last < 0
        || last > 2
        || content[0] < 0
        || content[0] > 7
        || (last == 0 && content[0] != 0)) {
      throw refuse("has named bits of a wrong form");
    }
    if (last > 0 && Integer.numberOfTrailingZeros(content[last] | 0x100) != content[0]) {
      throw refuse("has named bits that do not end with one that is set");
    }
    int bits = 0;
    for (int i = 0; i < 8 * last; i++) {
      bits |= (content[1 + i / 8] >> (7 - i % 8) & 1) << i;
    }
    return bits;
  }

  private CryptoException refuse(String why) {
    return new CryptoException("DER at byte " + position + " " + why);
  }
}
