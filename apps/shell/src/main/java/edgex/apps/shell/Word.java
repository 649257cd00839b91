package edgex.apps.shell;

import java.util.List;

/**
 * A word of a command line, quotes removed. What {@code $?} stands for is not known before the
 * command is started, so its places are kept.
 *
 * @param pieces the text between the places of {@code $?}; one piece if there are none
 */
record Word(List<String> pieces) {
  private static final String STATUS = "$?";

  Word {
    pieces = List.copyOf(pieces);
  }

  /** A word that does not depend on the status. */
  static Word of(String text) {
    return new Word(List.of(text));
  }

  /** The text with each {@code $?} replaced. */
  String text(int lastStatus) {
    return String.join(String.valueOf(lastStatus), pieces);
  }

  /** The text as it was typed, but for quotes. */
  String source() {
    return String.join(STATUS, pieces);
  }

  boolean isEmpty() {
    return pieces.size() == 1 && pieces.get(0).isEmpty();
  }
}
