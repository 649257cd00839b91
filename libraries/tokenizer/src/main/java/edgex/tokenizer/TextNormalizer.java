package edgex.tokenizer;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words as BERT does: control characters dropped, letters made small and freed
 * from accents, each punctuation mark and each ideograph a word of its own.
 *
 * <p>Accents go from the letters of the blocks Latin-1 Supplement and Latin Extended-A and where
 * they are characters of their own; other precomposed letters stay as they are.
 */
final class TextNormalizer {
  /** Letters without their accents for U+00C0 to U+017F, '.' where a letter has none. */
  private static final String PLAIN_LETTERS =
      "AAAAAA.CEEEEIIII.NOOOOO..UUUUY.."
          + "aaaaaa.ceeeeiiii.nooooo..uuuuy.y"
          + "AaAaAaCcCcCcCcDd..EeEeEeEeEeGgGg"
          + "GgGgHh..IiIiIiIiI...JjKk.LlLlLl."
          + "...NnNnNn...OoOoOo..RrRrRrSsSsSs"
          + "SsTtTt..UuUuUuUuUuUuWwYyYZzZzZz.";

  private static final char FIRST_LETTER = 0x00C0;
  private static final int FIRST_ACCENT = 0x0300;
  private static final int LAST_ACCENT = 0x036F;

  private TextNormalizer() {}

  /** The words of a text. */
  static List<String> words(String text, boolean lowerCase) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      index += Character.charCount(character);
      if (isDropped(character) || (lowerCase && isAccent(character))) {
        continue;
      }
      boolean alone = isPunctuation(character) || isIdeograph(character);
      if (alone || Character.isWhitespace(character) || Character.isSpaceChar(character)) {
        flush(word, words);
      }
      if (alone) {
        words.add(new String(Character.toChars(character)));
      } else if (!Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
        word.appendCodePoint(lowerCase ? simplified(character) : character);
      }
    }
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static int simplified(int character) {
    int place = character - FIRST_LETTER;
    boolean listed = place >= 0 && place < PLAIN_LETTERS.length();
    boolean plain = listed && PLAIN_LETTERS.charAt(place) != '.';
    return Character.toLowerCase(plain ? PLAIN_LETTERS.charAt(place) : character);
  }

  private static boolean isAccent(int character) {
    return character >= FIRST_ACCENT && character <= LAST_ACCENT;
  }

  private static boolean isDropped(int character) {
    int type = Character.getType(character);
    boolean control = type == Character.CONTROL || type == Character.FORMAT;
    return character == 0 || character == 0xFFFD || (control && !isLineControl(character));
  }

  private static boolean isLineControl(int character) {
    return character == '\t' || character == '\n' || character == '\r';
  }

  /** All ASCII marks, also those that Unicode calls symbols, and Unicode's punctuation. */
  private static boolean isPunctuation(int character) {
    boolean ascii = character > ' ' && character < 0x7F && !Character.isLetterOrDigit(character);
    int type = Character.getType(character);
    return ascii
        || type == Character.CONNECTOR_PUNCTUATION
        || type == Character.DASH_PUNCTUATION
        || type == Character.START_PUNCTUATION
        || type == Character.END_PUNCTUATION
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION;
  }

  private static boolean isIdeograph(int character) {
    return (character >= 0x4E00 && character <= 0x9FFF)
        || (character >= 0x3400 && character <= 0x4DBF)
        || (character >= 0xF900 && character <= 0xFAFF)
        || (character >= 0x20000 && character <= 0x2CEAF)
        || (character >= 0x2F800 && character <= 0x2FA1F);
  }
}
