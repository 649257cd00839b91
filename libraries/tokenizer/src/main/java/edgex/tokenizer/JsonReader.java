package edgex.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON text (RFC 8259) into maps, lists, strings, doubles, booleans and null.
 *
 * <p>The text is untrusted: nesting is bounded, and whatever it holds, reading ends in a value or
 * in a {@link TokenizerFormatException}.
 */
final class JsonReader {
  private static final int MAXIMUM_DEPTH = 64;

  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  static Object read(String text) throws TokenizerFormatException {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    reader.skipBlanks();
    if (reader.position < text.length()) {
      throw reader.failure("there is more after the value");
    }
    return value;
  }

  private Object value(int depth) throws TokenizerFormatException {
    if (depth > MAXIMUM_DEPTH) {
      throw failure("values are nested deeper than " + MAXIMUM_DEPTH);
    }
    skipBlanks();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) throws TokenizerFormatException {
    Map<String, Object> members = new HashMap<>();
    position++;
    skipBlanks();
    if (accept('}')) {
      return members;
    }
    do {
      skipBlanks();
      String name = string();
      skipBlanks();
      expect(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw failure("'" + name + "' is there twice");
      }
      skipBlanks();
    } while (accept(','));
    expect('}');
    return members;
  }

  private List<Object> list(int depth) throws TokenizerFormatException {
    List<Object> elements = new ArrayList<>();
    position++;
    skipBlanks();
    if (accept(']')) {
      return elements;
    }
    do {
      elements.add(value(depth + 1));
      skipBlanks();
    } while (accept(','));
    expect(']');
    return elements;
  }

  private String string() throws TokenizerFormatException {
    expect('"');
    StringBuilder content = new StringBuilder();
    while (peek() != '"') {
      char next = text.charAt(position++);
      if (next < ' ') {
        throw failure("a string holds a control character");
      }
      content.append(next == '\\' ? escaped() : next);
    }
    position++;
    return content.toString();
  }

  private char escaped() throws TokenizerFormatException {
    char kind = peek();
    position++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw failure("an escape '" + kind + "' is unknown");
    };
  }

  private char hexadecimal() throws TokenizerFormatException {
    int code = 0;
    for (int digit = 0; digit < 4; digit++) {
      int value = Character.digit(peek(), 16);
      if (value < 0) {
        throw failure("an escape is not hexadecimal");
      }
      code = code * 16 + value;
      position++;
    }
    return (char) code;
  }

  private Double number() throws TokenizerFormatException {
    int start = position;
    while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    try {
      return Double.valueOf(text.substring(start, position));
    } catch (NumberFormatException exception) {
      throw failure("there is no value");
    }
  }

  private Object literal(String word, Object value) throws TokenizerFormatException {
    if (!text.startsWith(word, position)) {
      throw failure("there is no value");
    }
    position += word.length();
    return value;
  }

  private void skipBlanks() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private char peek() throws TokenizerFormatException {
    if (position >= text.length()) {
      throw failure("the text ends early");
    }
    return text.charAt(position);
  }

  private boolean accept(char wanted) throws TokenizerFormatException {
    boolean found = peek() == wanted;
    position += found ? 1 : 0;
    return found;
  }

  private void expect(char wanted) throws TokenizerFormatException {
    if (!accept(wanted)) {
      throw failure("there is no '" + wanted + "'");
    }
  }

  private TokenizerFormatException failure(String problem) {
    return new TokenizerFormatException(problem + " (at character " + position + ")");
  }
}
