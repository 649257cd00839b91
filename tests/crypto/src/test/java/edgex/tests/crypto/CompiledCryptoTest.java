package edgex.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.tests.crypto.target.CryptoAnswers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A compiled program gives the JVM's answers, whatever its native twins may use of the processor:
 * portable C, registers of 256 bits, all that there is.
 */
final class CompiledCryptoTest {
  private static final String EXPECTED = CryptoAnswers.answers();

  @Test
  void answersAreNotEmpty() {
    assertTrue(EXPECTED.lines().count() > 55, EXPECTED);
    assertTrue(EXPECTED.contains("SLH-DSA-SHAKE-256f valid"), EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2"})
  void nativeTwinsGiveTheSameAnswers(String level) throws Exception {
    Path program = CompiledProgram.compile("crypto-answers", "target.CryptoAnswers");
    assertEquals(EXPECTED, CompiledProgram.run(List.of(program.toString(), level)));
  }
}
