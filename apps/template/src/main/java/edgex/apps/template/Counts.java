package edgex.apps.template;

/** Counts lines, words and bytes of text that comes in pieces. It needs no system to be tested. */
final class Counts {
  private long lines;
  private long words;
  private long bytes;
  private boolean insideWord;

  /** Counts the next bytes. A word ends at a blank, tab or end of line, also between pieces. */
  void add(byte[] piece, int length) {
    for (int i = 0; i < length; i++) {
      boolean isBlank = piece[i] == ' ' || piece[i] == '\t' || piece[i] == '\n' || piece[i] == '\r';
      if (!isBlank && !insideWord) {
        words++;
      }
      if (piece[i] == '\n') {
        lines++;
      }
      insideWord = !isBlank;
    }
    bytes += length;
  }

  /** Lines, words and bytes, with tabs between. */
  String text() {
    return lines + "\t" + words + "\t" + bytes;
  }
}
