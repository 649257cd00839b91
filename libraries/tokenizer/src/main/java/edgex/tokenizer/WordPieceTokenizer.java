package edgex.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * WordPiece: every word cut into the longest pieces that a vocabulary has, from its beginning;
 * pieces after the first carry a prefix. A sequence begins with {@code [CLS]} and ends with {@code
 * [SEP]}.
 */
public final class WordPieceTokenizer {
  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final String prefix;
  private final int longestWord;
  private final boolean lowerCase;
  private final int unknown;
  private final int begin;
  private final int end;

  private WordPieceTokenizer(Map<?, ?> model, boolean lowerCase) throws TokenizerFormatException {
    for (Map.Entry<?, ?> token : object(model, "vocab").entrySet()) {
      if (!(token.getValue() instanceof Double number)
          || number < 0
          || number != number.intValue()) {
        throw new TokenizerFormatException("token '" + token.getKey() + "' has no number");
      }
      vocabulary.put((String) token.getKey(), number.intValue());
    }
    this.prefix = model.get("continuing_subword_prefix") instanceof String text ? text : "##";
    this.longestWord =
        model.get("max_input_chars_per_word") instanceof Double most ? most.intValue() : 100;
    this.lowerCase = lowerCase;
    this.unknown = required(model.get("unk_token") instanceof String text ? text : "[UNK]");
    this.begin = required(BEGIN);
    this.end = required(END);
  }

  /**
   * Reads a tokenizer.
   *
   * @param json content of a {@code tokenizer.json} whose model is of type WordPiece
   * @throws TokenizerFormatException if it is something else
   */
  public static WordPieceTokenizer read(String json) throws TokenizerFormatException {
    if (!(JsonReader.read(json) instanceof Map<?, ?> file)) {
      throw new TokenizerFormatException("the file is not a JSON object");
    }
    Map<?, ?> model = object(file, "model");
    Object type = model.get("type");
    if (type != null && !type.equals("WordPiece")) {
      throw new TokenizerFormatException("a tokenizer of type " + type + " is not supported");
    }
    boolean lowerCase =
        file.get("normalizer") instanceof Map<?, ?> normalizer
            && !Boolean.FALSE.equals(normalizer.get("lowercase"));
    return new WordPieceTokenizer(model, lowerCase);
  }

  private static Map<?, ?> object(Map<?, ?> parent, String name) throws TokenizerFormatException {
    if (parent.get(name) instanceof Map<?, ?> object) {
      return object;
    }
    throw new TokenizerFormatException("'" + name + "' is missing or not an object");
  }

  private int required(String token) throws TokenizerFormatException {
    Integer number = vocabulary.get(token);
    if (number == null) {
      throw new TokenizerFormatException("the vocabulary has no token '" + token + "'");
    }
    return number;
  }

  /**
   * The tokens of a text.
   *
   * @param most largest number of tokens, those at both ends counted; what is beyond is cut off
   * @return at least two numbers
   */
  public long[] encode(String text, int most) {
    List<Integer> tokens = new ArrayList<>();
    for (String word : TextNormalizer.words(text, lowerCase)) {
      addPieces(word, tokens);
    }
    int kept = Math.max(0, Math.min(tokens.size(), most - 2));
    long[] numbers = new long[kept + 2];
    numbers[0] = begin;
    for (int index = 0; index < kept; index++) {
      numbers[index + 1] = tokens.get(index);
    }
    numbers[kept + 1] = end;
    return numbers;
  }

  private void addPieces(String word, List<Integer> tokens) {
    if (word.codePointCount(0, word.length()) > longestWord) {
      tokens.add(unknown);
      return;
    }
    int before = tokens.size();
    int start = 0;
    while (start < word.length()) {
      int stop = word.length();
      Integer piece = null;
      while (stop > start) {
        String part = word.substring(start, stop);
        piece = vocabulary.get(start == 0 ? part : prefix + part);
        if (piece != null) {
          break;
        }
        stop--;
      }
      if (piece == null) {
        // A word of which any part is unknown is unknown as a whole.
        while (tokens.size() > before) {
          tokens.remove(tokens.size() - 1);
        }
        tokens.add(unknown);
        return;
      }
      tokens.add(piece);
      start = stop;
    }
  }
}
