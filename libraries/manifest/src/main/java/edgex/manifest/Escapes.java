package edgex.manifest;

/** Puts any text into one word: bytes outside {@code !} to {@code ~}, and {@code %}, become %XX. */
final class Escapes {
  private static final String DIGITS = "0123456789abcdef";

  private Escapes() {}

  static String escape(String text) {
    StringBuilder word = new StringBuilder();
    for (byte value : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      if (value > ' ' && value <= '~' && value != '%') {
        word.append((char) value);
      } else {
        word.append('%');
        word.append(DIGITS.charAt((value >> 4) & 0xf));
        word.append(DIGITS.charAt(value & 0xf));
      }
    }
    return word.toString();
  }

  /** The text of a word, or null if an escape is malformed. */
  static String unescape(String word) {
    byte[] bytes = new byte[word.length()];
    int length = 0;
    int index = 0;
    while (index < word.length()) {
      char character = word.charAt(index);
      if (character != '%') {
        bytes[length++] = (byte) character;
        index++;
        continue;
      }
      if (index + 2 >= word.length()) {
        return null;
      }
      int high = DIGITS.indexOf(word.charAt(index + 1));
      int low = DIGITS.indexOf(word.charAt(index + 2));
      if (high < 0 || low < 0) {
        return null;
      }
      bytes[length++] = (byte) (high << 4 | low);
      index += 3;
    }
    return new String(bytes, 0, length, java.nio.charset.StandardCharsets.UTF_8);
  }
}
