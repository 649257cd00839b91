package edgex.apps.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into words and operators.
 *
 * <p>Single quotes keep everything; double quotes keep all but {@code $?}, {@code \"}, {@code \\}
 * and {@code \$}; outside quotes a backslash keeps the next character and {@code #} at the start of
 * a word begins a comment.
 */
final class Lexer {
  private final String line;
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> pieces = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int position;

  private Lexer(String line) {
    this.line = line;
  }

  /** The tokens of a line. */
  static List<Token> tokens(String line) throws SyntaxException {
    Lexer lexer = new Lexer(line);
    lexer.scan();
    return lexer.tokens;
  }

  private void scan() throws SyntaxException {
    while (position < line.length()) {
      char character = line.charAt(position);
      if (character == '#' && !inWord) {
        break;
      }
      position++;
      scanCharacter(character);
    }
    endWord();
  }

  private void scanCharacter(char character) throws SyntaxException {
    switch (character) {
      case ' ', '\t', '\n', '\r' -> endWord();
      case '\'' -> scanSingleQuotes();
      case '"' -> scanDoubleQuotes();
      case '\\' -> scanEscape();
      case '$' -> scanDollar();
      case '|' -> operator(Token.Kind.PIPE, "|");
      case '&' -> operator(Token.Kind.BACKGROUND, "&");
      case ';' -> operator(Token.Kind.SEQUENCE, ";");
      case '>' -> scanOutput();
      default -> append(character);
    }
  }

  private void scanSingleQuotes() throws SyntaxException {
    int end = line.indexOf('\'', position);
    if (end < 0) {
      throw new SyntaxException("a single quote is not closed");
    }
    inWord = true;
    word.append(line, position, end);
    position = end + 1;
  }

  private void scanDoubleQuotes() throws SyntaxException {
    inWord = true;
    while (position < line.length()) {
      char character = line.charAt(position++);
      if (character == '"') {
        return;
      }
      if (character == '$') {
        scanDollar();
      } else if (character == '\\' && position < line.length() && isKept(line.charAt(position))) {
        word.append(line.charAt(position++));
      } else {
        word.append(character);
      }
    }
    throw new SyntaxException("a double quote is not closed");
  }

  private static boolean isKept(char character) {
    return character == '"' || character == '\\' || character == '$';
  }

  private void scanEscape() throws SyntaxException {
    if (position == line.length()) {
      throw new SyntaxException("nothing follows the backslash");
    }
    append(line.charAt(position++));
  }

  private void scanDollar() {
    if (position < line.length() && line.charAt(position) == '?') {
      position++;
      inWord = true;
      endPiece();
    } else {
      append('$');
    }
  }

  private void scanOutput() {
    if (position < line.length() && line.charAt(position) == '>') {
      position++;
      operator(Token.Kind.OUTPUT_APPEND, ">>");
    } else {
      operator(Token.Kind.OUTPUT, ">");
    }
  }

  private void append(char character) {
    inWord = true;
    word.append(character);
  }

  private void operator(Token.Kind kind, String text) {
    endWord();
    tokens.add(new Token(kind, Word.of(text)));
  }

  private void endWord() {
    if (inWord) {
      endPiece();
      tokens.add(new Token(Token.Kind.WORD, new Word(pieces)));
      pieces.clear();
      inWord = false;
    }
  }

  private void endPiece() {
    pieces.add(word.toString());
    word.setLength(0);
  }
}
