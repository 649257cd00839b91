package edgex.apps.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void countsTheInputAcrossPieces() {
    String text = "one two\tthree\r\n".repeat(500) + "last";
    assertEquals(0, run(text));
    assertEquals("500\t1501\t7504\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void countsEachFileAndGoesOnAfterAMissingOne() throws IOException {
    String file = Files.writeString(folder.resolve("text"), " a  b \n").toString();
    assertEquals(1, run("", file, folder + "/none", file));
    String line = "1\t2\t7\t" + file + "\n";
    assertEquals(line + line, out.toString(StandardCharsets.UTF_8));
    assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("count: " + folder + "/none: "));
  }

  @Test
  void anEmptyInputHasNothing() {
    assertEquals(0, run(""));
    assertEquals("0\t0\t0\n", out.toString(StandardCharsets.UTF_8));
  }

  private int run(String input, String... files) {
    return Main.run(
        files,
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
