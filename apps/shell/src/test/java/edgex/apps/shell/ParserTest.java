package edgex.apps.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ParserTest {
  @Test
  void emptyLineHasNoPipelines() throws SyntaxException {
    assertTrue(Parser.parse("   # only a comment", 0).isEmpty());
  }

  @Test
  void wordsAreSplitAtSpacesAndTabs() throws SyntaxException {
    Pipeline pipeline = only("  ls \t -l   /tmp ");
    assertEquals("ls", pipeline.commands().get(0).name());
    assertEquals(List.of("-l", "/tmp"), pipeline.commands().get(0).arguments());
    assertNull(pipeline.output());
    assertFalse(pipeline.background());
  }

  @Test
  void quotesKeepSpacesAndJoinWords() throws SyntaxException {
    assertEquals(
        List.of("a b", "cd|e", "", "f\"g"), arguments("echo 'a b' c\"d|e\" '' \"f\\\"g\""));
  }

  @Test
  void backslashKeepsTheNextCharacter() throws SyntaxException {
    assertEquals(List.of("a b", "|"), arguments("echo a\\ b \\|"));
  }

  @Test
  void statusIsReplacedOutsideSingleQuotes() throws SyntaxException {
    assertEquals(List.of("7", "x7", "$?", "$", "$?"), arguments("echo $? \"x$?\" '$?' $ \\$?"));
  }

  @Test
  void hashInsideAWordIsKept() throws SyntaxException {
    assertEquals(List.of("a#b"), arguments("echo a#b #c"));
  }

  @Test
  void pipesBackgroundAndSequence() throws SyntaxException {
    List<Pipeline> pipelines = Parser.parse("a|b|c & d; e", 0);
    assertEquals(3, pipelines.size());
    assertEquals(3, pipelines.get(0).commands().size());
    assertTrue(pipelines.get(0).background());
    assertFalse(pipelines.get(1).background());
    assertEquals("a | b | c", pipelines.get(0).text());
  }

  @Test
  void redirectionOfOutput() throws SyntaxException {
    assertEquals(new Pipeline.Redirection("f", false), only("a > f").output());
    assertEquals(new Pipeline.Redirection("f g", true), only("a x>>'f g'&").output());
  }

  @Test
  void mistakesAreNamed() {
    assertMistake("a single quote is not closed", "echo 'a");
    assertMistake("a double quote is not closed", "echo \"a");
    assertMistake("nothing follows the backslash", "echo \\");
    assertMistake("a command is missing after '|'", "a |");
    assertMistake("'|' is not expected here", "| a");
    assertMistake("'|' is not expected here", "a || b");
    assertMistake("a file name is missing after '>'", "a >");
    assertMistake("'b' is not expected here", "a > f b");
    assertMistake("';' is not expected here", "a ;; b");
    assertMistake("a command has no name", "'' a");
  }

  @Test
  @Tag("fuzz")
  void anyLineParsesOrIsRefused() {
    Random random = new Random(1);
    String alphabet = "ab '\"\\$?|&;>#\t\u00e9";
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 20_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      StringBuilder line = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        line.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        for (Pipeline pipeline : Parser.parse(line.toString(), 0)) {
          assertFalse(pipeline.commands().isEmpty());
        }
      } catch (SyntaxException e) {
        assertFalse(e.getMessage().isEmpty());
      }
    }
  }

  private static Pipeline only(String line) throws SyntaxException {
    List<Pipeline> pipelines = Parser.parse(line, 0);
    assertEquals(1, pipelines.size());
    return pipelines.get(0);
  }

  private static List<String> arguments(String line) throws SyntaxException {
    return Parser.parse(line, 7).get(0).commands().get(0).arguments();
  }

  private static void assertMistake(String message, String line) {
    assertEquals(
        message, assertThrows(SyntaxException.class, () -> Parser.parse(line, 0)).getMessage());
  }
}
