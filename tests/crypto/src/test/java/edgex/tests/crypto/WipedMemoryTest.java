package edgex.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.tests.crypto.secrets.SecretLives;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A finished program has no secret in its memory: not in its heap, not on its stack. */
final class WipedMemoryTest {
  private static final Needles NEEDLES = needles();

  private static Needles needles() {
    Needles needles = new Needles();
    SecretLives.run(needles::add);
    return needles;
  }

  @Test
  void nothingIsLeftOfSecretsByTheLoopsOfTheProcessor() throws Exception {
    Path program = CompiledProgram.compile("crypto-wiping", "secrets.WipingProgram");
    assertEquals(List.of(), search(program));
  }

  @Test
  void nothingIsLeftOfSecretsByPortableLoops() throws Exception {
    Path program =
        CompiledProgram.compile(
            "crypto-wiping-portable", "secrets.WipingProgram", "-DEDGEX_CRYPTO_PORTABLE");
    assertEquals(List.of(), search(program));
  }

  @Test
  void aForgottenSecretIsFound() throws Exception {
    assertTrue(NEEDLES.count() > 500);
    Path program = CompiledProgram.compile("crypto-wiping", "secrets.WipingProgram");
    assertFalse(search(program, "forget").isEmpty());
  }

  private static List<String> search(Path program, String... arguments) throws Exception {
    Process process =
        new ProcessBuilder(CompiledProgram.command(List.of(), program, arguments))
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
