package edgex.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.host.build.BuildException;
import edgex.host.build.HostProgram;
import edgex.tests.crypto.target.CryptoAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Compiled programs give the JVM's answers: with the loops that the processor chooses, and
 * portable.
 */
final class CompiledCryptoTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  private static final String EXPECTED = CryptoAnswers.answers();

  @Test
  void answersAreNotEmpty() {
    assertTrue(EXPECTED.lines().count() > 25, EXPECTED);
    assertTrue(EXPECTED.contains("SLH-DSA-SHAKE-256f valid"), EXPECTED);
  }

  @Test
  void nativeTwinsGiveTheSameAnswers() throws Exception {
    assertEquals(EXPECTED, run("crypto-answers", List.of()));
  }

  @Test
  void portableTwinsGiveTheSameAnswers() throws Exception {
    assertEquals(EXPECTED, run("crypto-answers-portable", List.of("-DEDGEX_CRYPTO_PORTABLE")));
  }

  private static String run(String name, List<String> compilerFlags)
      throws BuildException, IOException, InterruptedException {
    Path program =
        HostProgram.compile(
            ROOT,
            "tests/crypto-target",
            name,
            "edgex.tests.crypto.target.CryptoAnswers",
            64 << 20,
            compilerFlags);
    Process process =
        new ProcessBuilder(program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return output;
  }
}
