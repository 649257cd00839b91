package edgex.apps.shell;

/**
 * A piece of a command line.
 *
 * @param kind what it is
 * @param word the word, or the operator's own text
 */
record Token(Kind kind, Word word) {
  /** Words and operators. */
  enum Kind {
    WORD,
    PIPE,
    BACKGROUND,
    SEQUENCE,
    OUTPUT,
    OUTPUT_APPEND
  }

  /** For messages. */
  String text() {
    return word.source();
  }

  boolean endsPipeline() {
    return kind == Kind.BACKGROUND || kind == Kind.SEQUENCE;
  }
}
