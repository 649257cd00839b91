package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;

/** Finishing the word before the cursor: commands in the first place, paths elsewhere. */
final class Completion {
  /** What there is to complete to. */
  interface Source {
    /** Names of all commands. */
    List<String> commands();

    /** Names in a directory, those of directories ending in a slash; empty if there is none. */
    List<String> entries(String directory);
  }

  private final Source source;

  Completion(Source source) {
    this.source = source;
  }

  /** All that the word at the end of this text could become, sorted. */
  List<String> candidates(String beforeCursor) {
    String word = lastWord(beforeCursor);
    List<String> names;
    String directory = "";
    if (isCommandPlace(beforeCursor, word) && word.indexOf('/') < 0) {
      names = source.commands();
    } else {
      directory = word.substring(0, word.lastIndexOf('/') + 1);
      names = source.entries(directory);
    }
    List<String> candidates = new ArrayList<>();
    for (String name : names) {
      String whole = directory + name;
      if (whole.startsWith(word)) {
        candidates.add(whole);
      }
    }
    candidates.sort(null);
    return candidates;
  }

  /** The word that ends the text, empty after a space. */
  static String lastWord(String beforeCursor) {
    int start = beforeCursor.length();
    while (start > 0 && !isSeparator(beforeCursor.charAt(start - 1))) {
      start--;
    }
    return beforeCursor.substring(start);
  }

  /** The longest text with which all candidates begin. */
  static String commonPrefix(List<String> candidates) {
    String prefix = candidates.get(0);
    for (String candidate : candidates) {
      int length = 0;
      while (length < prefix.length()
          && length < candidate.length()
          && prefix.charAt(length) == candidate.charAt(length)) {
        length++;
      }
      prefix = prefix.substring(0, length);
    }
    return prefix;
  }

  private static boolean isCommandPlace(String beforeCursor, String word) {
    String before = beforeCursor.substring(0, beforeCursor.length() - word.length()).trim();
    return before.isEmpty() || isOperator(before.charAt(before.length() - 1));
  }

  private static boolean isSeparator(char character) {
    return character == ' ' || character == '>' || isOperator(character);
  }

  private static boolean isOperator(char character) {
    return character == '|' || character == ';' || character == '&';
  }
}
