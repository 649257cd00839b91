package edgex.crypto.encoding.der;

import edgex.crypto.CryptoException;
import java.io.ByteArrayOutputStream;

/** The content of an object identifier (X.690, section 8.19), from and to {@code 1.2.840}. */
final class ObjectIdentifiers {
  private static final int ARCS_BELOW_FIRST = 40;
  private static final int CONTINUED = 0x80;

  private ObjectIdentifiers() {}

  static byte[] encode(String identifier) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int dot = identifier.indexOf('.');
    int start = identifier.indexOf('.', dot + 1);
    int end = start < 0 ? identifier.length() : start;
    long first = Long.parseLong(identifier.substring(0, dot));
    writeArc(output, ARCS_BELOW_FIRST * first + Long.parseLong(identifier.substring(dot + 1, end)));
    while (end < identifier.length()) {
      int next = identifier.indexOf('.', end + 1);
      next = next < 0 ? identifier.length() : next;
      writeArc(output, Long.parseLong(identifier.substring(end + 1, next)));
      end = next;
    }
    return output.toByteArray();
  }

  /** Seven bits a byte, most significant first. */
  private static void writeArc(ByteArrayOutputStream output, long arc) {
    int groups = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(arc) + 6) / 7);
    for (int i = groups - 1; i > 0; i--) {
      output.write(((int) (arc >>> (7 * i)) & 0x7F) | CONTINUED);
    }
    output.write((int) arc & 0x7F);
  }

  static String decode(byte[] content) {
    StringBuilder text = new StringBuilder();
    int position = 0;
    while (position < content.length) {
      if (content[position] == (byte) CONTINUED) {
        throw new CryptoException("an object identifier has an arc that is longer than needed");
      }
      long arc = 0;
      int digit;
      do {
        if (position == content.length || arc > Long.MAX_VALUE >> 7) {
          throw new CryptoException("an object identifier has an arc without end");
        }
        digit = content[position++];
        arc = arc << 7 | (digit & 0x7F);
      } while (digit < 0);
      if (text.length() == 0) {
        long first = Math.min(arc / ARCS_BELOW_FIRST, 2);
        text.append(first).append('.').append(arc - ARCS_BELOW_FIRST * first);
      } else {
        text.append('.').append(arc);
      }
    }
    if (text.length() == 0) {
      throw new CryptoException("an object identifier is empty");
    }
    return text.toString();
  }
}
