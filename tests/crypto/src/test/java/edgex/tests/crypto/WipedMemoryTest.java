package edgex.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.tests.crypto.secrets.SecretLives;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finished program has no secret in its memory: not in its heap, not on its stack. */
final class WipedMemoryTest {
  private static final Needles NEEDLES = needles();

  private static Needles needles() {
    Needles needles = new Needles();
    SecretLives.run(needles::add);
    return needles;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2"})
  void nothingIsLeftOfSecrets(String level) throws Exception {
    assertEquals(List.of(), search(level, "wipe"));
  }

  @Test
  void aForgottenSecretIsFound() throws Exception {
    assertTrue(NEEDLES.count() > 500);
    assertFalse(search("2", "forget").isEmpty());
  }

  private static List<String> search(String level, String mode) throws Exception {
    Path program = CompiledProgram.compile("crypto-wiping", "secrets.SecretsProgram");
    Process process =
        new ProcessBuilder(program.toString(), level, mode)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertEquals("finished", output.readLine());
      return ProcessMemory.search(process.pid(), NEEDLES);
    } finally {
      process.getOutputStream().close();
      assertEquals(0, process.waitFor());
    }
  }
}
