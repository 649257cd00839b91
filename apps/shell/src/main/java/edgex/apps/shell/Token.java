package edgex.apps.shell;

/**
 * A piece of a command line.
 *
 * @param kind what it is
 * @param text of a word, quotes removed and {@code $?} replaced; the operator's own text otherwise
 */
record Token(Kind kind, String text) {
  /** Words and operators. */
  enum Kind {
    WORD,
    PIPE,
    BACKGROUND,
    SEQUENCE,
    OUTPUT,
    OUTPUT_APPEND
  }

  boolean endsPipeline() {
    return kind == Kind.BACKGROUND || kind == Kind.SEQUENCE;
  }
}
