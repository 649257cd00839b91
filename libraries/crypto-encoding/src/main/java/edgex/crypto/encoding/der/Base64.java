package edgex.crypto.encoding.der;

import edgex.crypto.CryptoException;

/**
 * Base64 (RFC 4648, section 4) whose time depends on lengths only, since private keys pass through
 * it: characters are computed, not looked up.
 */
final class Base64 {
  private Base64() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length + 2) / 3 * 4);
    for (int at = 0; at < bytes.length; at += 3) {
      int count = Math.min(3, bytes.length - at);
      int group = (bytes[at] & 0xFF) << 16;
      group |= count > 1 ? (bytes[at + 1] & 0xFF) << 8 : 0;
      group |= count > 2 ? bytes[at + 2] & 0xFF : 0;
      text.append(character(group >> 18)).append(character(group >> 12 & 63));
      text.append(count > 1 ? character(group >> 6 & 63) : '=');
      text.append(count > 2 ? character(group & 63) : '=');
    }
    return text.toString();
  }

  /** A to Z, a to z, 0 to 9, +, /: at each border the distance to the character changes. */
  private static char character(int value) {
    int character = value + 'A';
    character += ((25 - value) >> 31) & ('a' - 26 - 'A');
    character += ((51 - value) >> 31) & ('0' - 52 - ('a' - 26));
    character += ((61 - value) >> 31) & ('+' - 62 - ('0' - 52));
    character += ((62 - value) >> 31) & ('/' - 63 - ('+' - 62));
    return (char) character;
  }

  static byte[] decode(String text) {
    int characters = text.length();
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    if (characters % 4 != 0) {
      throw new CryptoException("Base64 whose length is no multiple of 4");
    }
    byte[] bytes = new byte[characters / 4 * 3 - padding];
    int wrong = 0;
    int next = 0;
    for (int at = 0; at < characters; at += 4) {
      int group = 0;
      for (int i = at; i < at + 4; i++) {
        int value = i < characters - padding ? value(text.charAt(i)) : 0;
        wrong |= value;
        group = group << 6 | (value & 63);
      }
      int count = Math.min(3, bytes.length - next);
      // The bits behind the last byte must be zero, or one value would have several encodings.
      wrong |= -(group & (1 << (8 * (3 - count))) - 1);
      for (int i = 0; i < count; i++) {
        bytes[next++] = (byte) (group >> (16 - 8 * i));
      }
    }
    if (wrong < 0) {
      throw new CryptoException("Base64 with a wrong character or bits behind its end");
    }
    return bytes;
  }

  /** 0 to 63, or -1. */
  private static int value(int character) {
    return -1
        + range(character, 'A', 'Z', 0)
        + range(character, 'a', 'z', 26)
        + range(character, '0', '9', 52)
        + range(character, '+', '+', 62)
        + range(character, '/', '/', 63);
  }

  /** One more than the character's value if it is in the range, else 0. */
  private static int range(int character, int first, int last, int value) {
    int outside = (character - first | last - character) >> 31;
    return ~outside & (character - first + value + 1);
  }
}
