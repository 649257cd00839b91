package edgex.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.host.build.BuildException;
import edgex.tests.crypto.target.CryptoAnswers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Compiled programs give the JVM's answers: with the loops that the processor chooses, and
 * portable.
 */
final class CompiledCryptoTest {
  private static final String EXPECTED = CryptoAnswers.answers();

  @Test
  void answersAreNotEmpty() {
    assertTrue(EXPECTED.lines().count() > 25, EXPECTED);
    assertTrue(EXPECTED.contains("SLH-DSA-SHAKE-256f valid"), EXPECTED);
  }

  @Test
  void nativeTwinsGiveTheSameAnswers() throws Exception {
    assertEquals(EXPECTED, answers("crypto-answers"));
  }

  @Test
  void portableTwinsGiveTheSameAnswers() throws Exception {
    assertEquals(EXPECTED, answers("crypto-answers-portable", "-DEDGEX_CRYPTO_PORTABLE"));
  }

  private static String answers(String name, String... compilerFlags)
      throws BuildException, IOException, InterruptedException {
    Path program = CompiledProgram.compile(name, "target.CryptoAnswers", compilerFlags);
    return CompiledProgram.run(List.of(program.toString()));
  }
}
