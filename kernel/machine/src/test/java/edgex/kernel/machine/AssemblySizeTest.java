package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An architecture has at most 400 lines of assembly. A line counts unless it is blank or all
 * comment: directives count, and what a macro or a repetition makes counts once.
 */
class AssemblySizeTest {
  private static final int MOST_LINES = 400;
  private static final Path KERNEL = Path.of("..");

  /** Comments as gcc's preprocessor sees them, and those that begin a line for the assembler. */
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"x86_64", "aarch64", "riscv64"})
  void isShort(String architecture) throws IOException {
    Path folder = KERNEL.resolve("arch-" + architecture + "/src/main");
    int lines = 0;
    for (Path file : assembly(folder)) {
      lines += count(Files.readString(file));
    }
    assertTrue(lines > 100, "found only " + lines + " lines in " + folder);
    assertTrue(lines <= MOST_LINES, architecture + " has " + lines + " lines of assembly");
  }

  @Test
  void countsWhatIsThere() {
    assertEquals(
        3, count("/* a\n b */\n\n#define A 1 /* x */\nmov a, b // c\n  \n// d\n1: /* e */ nop\n"));
  }

  private static List<Path> assembly(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.[sS]")).toList();
    }
  }

  private static int count(String source) {
    return (int)
        COMMENT.matcher(source).replaceAll("").lines().filter(line -> !line.isBlank()).count();
  }
}
