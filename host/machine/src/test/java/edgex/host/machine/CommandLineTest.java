package edgex.host.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  @Test
  void interactiveWithoutCommand() {
    assertEquals("image=default", CommandLine.of("image=default", List.of(), List.of()));
  }

  @Test
  void oneWordIsAShellLine() {
    assertEquals(
        "image=a -- ls | cat > /tmp/x",
        CommandLine.of("image=a", List.of(), List.of("ls | cat > /tmp/x")));
  }

  @Test
  void optionsAreOneWordEach() {
    assertEquals(
        "image=a get=/tmp/a%20b get=/tmp/%25%c3%bc -- ls",
        CommandLine.of("image=a", List.of("/tmp/a b", "/tmp/%ü"), List.of("ls")));
  }

  /** A POSIX shell is the oracle: it must split the line into the same words. */
  @Test
  void severalWordsStayTheSameWords() throws IOException, InterruptedException {
    List<String> words =
        List.of("printf", "[%s]", "a b", "it's", "", "$HOME", "*", "a;b|c>d&", "\\", "\"", "ü\n");
    Process shell = new ProcessBuilder("sh", "-c", CommandLine.shellLine(words)).start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    shell.waitFor();
    StringBuilder expected = new StringBuilder();
    words.subList(2, words.size()).forEach(word -> expected.append('[').append(word).append(']'));
    assertEquals(expected.toString(), output);
  }
}
