package edgex.manifest;

import java.util.ArrayList;
import java.util.List;

/** The lines of a manifest text, one at a time, split into words. */
final class ManifestLines {
  /** More digits could overflow a long. */
  private static final int MAXIMUM_DIGITS = 18;

  private final String text;
  private final List<String> words = new ArrayList<>();
  private String line = "";
  private int position;
  private int number;

  ManifestLines(String text) {
    this.text = text;
  }

  /** Goes to the next line; false at the end. Every line ends with a line feed. */
  boolean next() throws ManifestException {
    if (position == text.length()) {
      return false;
    }
    number++;
    int end = text.indexOf('\n', position);
    if (end < 0) {
      throw failure("the last line is cut off");
    }
    line = text.substring(position, end);
    position = end + 1;
    split();
    return true;
  }

  /** Goes to the next line, which must exist. */
  void require() throws ManifestException {
    if (!next()) {
      throw failure("ends before 'end'");
    }
  }

  private void split() {
    words.clear();
    int start = 0;
    while (true) {
      int end = line.indexOf(' ', start);
      if (end < 0) {
        words.add(line.substring(start));
        return;
      }
      words.add(line.substring(start, end));
      start = end + 1;
    }
  }

  String text() {
    return line;
  }

  boolean is(String firstWord) {
    return words.get(0).equals(firstWord);
  }

  void requireWords(int count) throws ManifestException {
    if (words.size() != count) {
      throw failure("'" + words.get(0) + "' takes " + (count - 1) + " words");
    }
  }

  String word(int index) throws ManifestException {
    if (index >= words.size()) {
      throw failure("a word is missing in '" + line + "'");
    }
    return words.get(index);
  }

  /** A word from a character on, its escapes resolved. */
  String unescapedWord(int index, int from) throws ManifestException {
    String unescaped = Escapes.unescape(word(index).substring(from));
    if (unescaped == null) {
      throw failure("malformed escape in '" + line + "'");
    }
    return unescaped;
  }

  /** A word as a number that is not negative. */
  long number(int index) throws ManifestException {
    String word = word(index);
    if (word.isEmpty() || word.length() > MAXIMUM_DIGITS) {
      throw failure("'" + word + "' is not a number");
    }
    long value = 0;
    for (int digit = 0; digit < word.length(); digit++) {
      char character = word.charAt(digit);
      if (character < '0' || character > '9') {
        throw failure("'" + word + "' is not a number");
      }
      value = value * 10 + (character - '0');
    }
    return value;
  }

  /** A word as a number that fits an int and is not negative. */
  int integer(int index) throws ManifestException {
    long value = number(index);
    if (value > Integer.MAX_VALUE) {
      throw failure(value + " is too large");
    }
    return (int) value;
  }

  ManifestException failure(String reason) {
    return new ManifestException("manifest, line " + number + ": " + reason);
  }
}
