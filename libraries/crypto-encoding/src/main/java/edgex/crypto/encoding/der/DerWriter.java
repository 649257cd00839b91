package edgex.crypto.encoding.der;

import java.io.ByteArrayOutputStream;

/**
 * Writes DER element by element. Enclosing elements are written from inside: their content has a
 * writer of its own.
 */
public final class DerWriter {
  private static final int SHORT_LENGTHS = 0x80;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  /** Begins without any element. */
  public DerWriter() {}

  /** What was written. */
  public byte[] toBytes() {
    return output.toByteArray();
  }

  /** Appends an element with its content. */
  public DerWriter element(int tag, byte[] content) {
    output.write(tag);
    if (content.length < SHORT_LENGTHS) {
      output.write(content.length);
    } else {
      int count = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
      output.write(SHORT_LENGTHS | count);
      for (int i = count - 1; i >= 0; i--) {
        output.write(content.length >>> (8 * i));
      }
    }
    return encoded(content);
  }

  /** Appends an element that encloses others. */
  public DerWriter element(int tag, DerWriter content) {
    return element(tag, content.toBytes());
  }

  /** Appends a sequence. */
  public DerWriter sequence(DerWriter content) {
    return element(DerTag.SEQUENCE, content);
  }

  /** Appends what is encoded already. */
  public DerWriter encoded(byte[] element) {
    output.write(element, 0, element.length);
    return this;
  }

  /** Appends a number from 0 to 2^31 - 1. */
  public DerWriter integer(int value) {
    byte[] bytes = {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
    return unsignedInteger(bytes);
  }

  /** Appends a number that is not negative; leading zeros do not matter. */
  public DerWriter unsignedInteger(byte[] bigEndian) {
    int start = 0;
    while (start < bigEndian.length - 1 && bigEndian[start] == 0) {
      start++;
    }
    int sign = bigEndian.length == 0 || bigEndian[start] < 0 ? 1 : 0;
    byte[] content = new byte[sign + bigEndian.length - start];
    System.arraycopy(bigEndian, start, content, sign, bigEndian.length - start);
    return element(DerTag.INTEGER, content);
  }

  /** Appends the truth value that is not the default. */
  public DerWriter truth() {
    return element(DerTag.BOOLEAN, new byte[] {-1});
  }

  /** Appends an object identifier of the form {@code 1.2.840}. */
  public DerWriter objectIdentifier(String identifier) {
    return element(DerTag.OBJECT_IDENTIFIER, ObjectIdentifiers.encode(identifier));
  }

  /** Appends bytes. */
  public DerWriter octetString(byte[] content) {
    return element(DerTag.OCTET_STRING, content);
  }

  /** Appends bytes as a string of bits. */
  public DerWriter bitString(byte[] content) {
    return element(DerTag.BIT_STRING, behindUnusedBits(content));
  }

  /** The content of a string of bits that consists of bytes. */
  public static byte[] behindUnusedBits(byte[] content) {
    byte[] bits = new byte[1 + content.length];
    System.arraycopy(content, 0, bits, 1, content.length);
    return bits;
  }

  /** Appends named bits: bit i of the value is named bit i; at most 16. */
  public DerWriter namedBits(int bits) {
    int count = Integer.SIZE - Integer.numberOfLeadingZeros(bits);
    byte[] content = new byte[1 + (count + 7) / 8];
    content[0] = (byte) (8 * (content.length - 1) - count);
    for (int i = 0; i < count; i++) {
      content[1 + i / 8] |= (byte) ((bits >> i & 1) << (7 - i % 8));
    }
    return element(DerTag.BIT_STRING, content);
  }
}
