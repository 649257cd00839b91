package edgex.apps.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LineEditorTest {
  private static final String LEFT = "\u001b[D";
  private static final String UP = "\u001b[A";
  private static final String DOWN = "\u001b[B";

  private final VirtualTerminal terminal = new VirtualTerminal();
  private LineEditor editor;

  @BeforeEach
  void startEditor() {
    editor = new LineEditor("> ", new History(), new Completion(new FixedSource()));
    editor.start();
  }

  @Test
  void typedCharactersAppear() {
    type("echo h\u00e9llo");
    assertLine("echo h\u00e9llo");
    assertEquals(LineEditor.Result.LINE, type("\r"));
  }

  @Test
  void charactersAreInsertedAtTheCursor() {
    type("ac" + LEFT + "b");
    assertLine("abc");
  }

  @Test
  void backspaceAndDeleteRemoveWholeCharacters() {
    type("a\u00e9b" + LEFT + "\u007f");
    assertLine("ab");
    type("\u0001\u001b[3~");
    assertLine("b");
  }

  @Test
  void cutsToStartEndAndWord() {
    type("one two three\u0017");
    assertLine("one two ");
    type("\u0001\u000b");
    assertLine("");
    type("abc" + LEFT + "\u0015");
    assertLine("c");
  }

  @Test
  void historyMovesAndKeepsTheUnfinishedLine() {
    enter("first");
    enter("second");
    type("unfin" + UP);
    assertLine("second");
    type(UP + UP);
    assertLine("first");
    type(DOWN + DOWN);
    assertLine("unfin");
  }

  @Test
  void controlCDropsTheLine() {
    assertEquals(LineEditor.Result.DROPPED, type("abc\u0003"));
    assertEquals("", editor.line());
  }

  @Test
  void controlDEndsOnlyAnEmptyLine() {
    assertEquals(LineEditor.Result.END_OF_INPUT, type("\u0004"));
    assertEquals(LineEditor.Result.EDITING, type("a\u0001\u0004"));
    assertLine("");
  }

  @Test
  void tabCompletesACommand() {
    type("up\t");
    assertLine("uptime ");
  }

  @Test
  void tabCompletesAPathIntoItsDirectories() {
    type("cat /mo\t");
    assertLine("cat /models/");
    type("mn\t");
    assertLine("cat /models/mnist.onnx ");
  }

  @Test
  void tabShowsTheCandidatesWhenThereIsNoMore() {
    type("re\t");
    assertEquals("> re", terminal.lastLine());
    assertTrue(terminal.shown("reboot  restart"));
  }

  @Test
  void tabAfterAPipeCompletesACommand() {
    type("ls | up\t");
    assertLine("ls | uptime ");
  }

  @Test
  void unknownSequencesAreSwallowed() {
    type("a\u001b[15~\u001b[1;5Cb\u001bxc");
    assertEquals("abc", editor.line().replace("x", ""));
  }

  @Test
  @Tag("fuzz")
  void screenShowsTheLineWhateverIsTyped() {
    Random random = new Random(7);
    String[] keys = {
      "a",
      "\u00e9",
      " ",
      LEFT,
      "\u001b[C",
      "\u007f",
      "\u0001",
      "\u0005",
      "\u000b",
      "\u0015",
      "\u0017",
      "\t",
      UP,
      DOWN,
      "\u0004x",
      "\u001b[3~"
    };
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 5_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      type(keys[random.nextInt(keys.length)]);
      assertLine(editor.line());
      if (round % 40 == 39) {
        type("\r");
        editor.start();
      }
    }
  }

  private LineEditor.Result enter(String line) {
    LineEditor.Result result = type(line + "\r");
    editor.start();
    terminal.write(editor.takeScreen());
    return result;
  }

  private LineEditor.Result type(String text) {
    LineEditor.Result result = LineEditor.Result.EDITING;
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      result = editor.accept(value & 0xff);
    }
    terminal.write(editor.takeScreen());
    return result;
  }

  private void assertLine(String expected) {
    assertEquals(expected, editor.line());
    assertEquals(("> " + expected).trim(), terminal.lastLine().trim());
  }

  private static final class FixedSource implements Completion.Source {
    @Override
    public List<String> commands() {
      return List.of("ls", "restart", "reboot", "uptime", "cat");
    }

    @Override
    public List<String> entries(String directory) {
      return switch (directory) {
        case "/" -> List.of("models/", "samples/");
        case "/models/" -> List.of("mnist.onnx");
        default -> List.of();
      };
    }
  }
}
