package edgex.tokenizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words, pieces, and files that are no tokenizer. */
class WordPieceTokenizerTest {
  private static final long SEED = 20_260_103;
  private static final String FILE =
      """
      {"normalizer": {"type": "BertNormalizer", "lowercase": true},
       "model": {"type": "WordPiece", "unk_token": "[UNK]", "max_input_chars_per_word": 20,
                 "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "un": 3, "##aff": 4, "##able": 5,
                           "!": 6, "\\u00e6": 7, "##a": 8, "cafe": 9}}}
      """;

  private static long[] encode(String text) throws TokenizerFormatException {
    return WordPieceTokenizer.read(FILE).encode(text, 100);
  }

  @Test
  void wordsAreCutIntoTheLongestPieces() throws TokenizerFormatException {
    assertArrayEquals(new long[] {1, 3, 4, 5, 2}, encode("unaffable"));
    assertArrayEquals(new long[] {1, 3, 4, 5, 6, 6, 2}, encode(" UNaffable!!\t"));
    assertArrayEquals(new long[] {1, 9, 2}, encode("Caf\u00e9"));
    assertArrayEquals(new long[] {1, 9, 2}, encode("cafe\u0301"));
    assertArrayEquals(new long[] {1, 7, 8, 2}, encode("\u00c6a"));
    assertArrayEquals(new long[] {1, 2}, encode(""));
  }

  @Test
  void unknownAndLongWordsAreOneToken() throws TokenizerFormatException {
    assertArrayEquals(new long[] {1, 0, 2}, encode("unknown"));
    assertArrayEquals(new long[] {1, 0, 3, 2}, encode("un" + "a".repeat(19) + " un"));
    assertArrayEquals(new long[] {1, 0, 0, 2}, encode("\u4e2d\u6587"));
  }

  @Test
  void longTextsAreCut() throws TokenizerFormatException {
    long[] tokens = WordPieceTokenizer.read(FILE).encode("un un un un", 4);
    assertArrayEquals(new long[] {1, 3, 3, 2}, tokens);
  }

  @Test
  void lettersLoseTheirAccentsAsUnicodeDecomposesThem() {
    for (char letter = 0x20; letter < 0x180; letter++) {
      String text = "x" + letter;
      if (!Character.isLetter(letter)) {
        continue;
      }
      String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
      String expected = decomposed.replaceAll("\\p{Mn}", "").toLowerCase(Locale.ROOT);
      assertEquals(List.of(expected), TextNormalizer.words(text, true));
    }
  }

  @Test
  void filesThatAreNoTokenizerAreRefused() {
    assertRefused("not a JSON object", "[]");
    assertRefused("'model' is missing", "{}");
    assertRefused("type BPE is not supported", "{\"model\": {\"type\": \"BPE\"}}");
    assertRefused("no token '[UNK]'", "{\"model\": {\"vocab\": {}}}");
    assertRefused("has no number", "{\"model\": {\"vocab\": {\"a\": -1}}}");
    assertRefused("nested deeper", "[".repeat(100_000));
    assertRefused("ends early", "{\"a");
    assertRefused("twice", "{\"a\": 1, \"a\": 2}");
  }

  private static void assertRefused(String message, String file) {
    TokenizerFormatException exception =
        assertThrows(TokenizerFormatException.class, () -> WordPieceTokenizer.read(file));
    assertTrue(exception.getMessage().contains(message), exception.getMessage());
  }

  @Test
  void damagedFilesAreRefusedOrRead() {
    Random random = new Random(SEED);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder file = new StringBuilder(FILE);
      int changes = 1 + random.nextInt(3);
      for (int change = 0; change < changes && file.length() > 1; change++) {
        int place = random.nextInt(file.length());
        switch (random.nextInt(3)) {
          case 0 -> file.setLength(Math.max(1, place));
          case 1 -> file.setCharAt(place, "{}[]\",:\\u0-e".charAt(random.nextInt(12)));
          default -> file.deleteCharAt(place);
        }
      }
      try {
        WordPieceTokenizer.read(file.toString()).encode("unaffable caf\u00e9!", 10);
      } catch (TokenizerFormatException expected) {
        refused++;
      }
    }
    assertTrue(refused > 5_000, "only " + refused + " files were refused");
  }
}
