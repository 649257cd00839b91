package edgex.toolchain.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This machine's own programs, and what its program loader says about them without sections. */
class StrippedProgramTest {
  private static final Path PROGRAM = Path.of("/bin/echo");

  @TempDir Path folder;

  @Test
  void strippedProgramRuns() throws Exception {
    byte[] stripped = StrippedProgram.read(PROGRAM);
    assertTrue(stripped.length < Files.size(PROGRAM));
    Path copy = Files.write(folder.resolve("echo"), stripped);
    assertTrue(copy.toFile().setExecutable(true));
    Process process = new ProcessBuilder(copy.toString(), "still", "here").start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    assertEquals("still here\n", output);
    assertArrayEquals(stripped, StrippedProgram.read(copy));
  }

  @Test
  void refusesWhatIsNoProgram() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "not an ELF file, but long enough to be");
    ImageException refused = assertThrows(ImageException.class, () -> StrippedProgram.read(text));
    assertTrue(refused.getMessage().contains("text is no program: not an ELF file"));
  }

  @Test
  void survivesDamage() throws IOException {
    byte[] whole = Files.readAllBytes(PROGRAM);
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int change = 0; change < 4 && bytes.length > 4; change++) {
        bytes[4 + random.nextInt(Math.min(bytes.length - 4, 600))] = (byte) random.nextInt();
      }
      Path damaged = Files.write(folder.resolve("damaged"), bytes);
      try {
        assertTrue(StrippedProgram.read(damaged).length <= bytes.length);
      } catch (ImageException refused) {
        assertTrue(refused.getMessage().contains("damaged is no program"));
      }
    }
  }
}
