package edgex.tests.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.host.build.BuildException;
import edgex.host.build.HostProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of tests/crypto-target, compiled ahead of time for Linux. */
final class CompiledProgram {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final String PACKAGE = "edgex.tests.crypto.";
  private static final int HEAP_BYTES = 64 << 20;

  private CompiledProgram() {}

  /** Compiles a class, named from {@code edgex.tests.crypto} on, with further flags for gcc. */
  static Path compile(String name, String mainClass, String... compilerFlags)
      throws BuildException {
    return HostProgram.compile(
        ROOT, "tests/crypto-target", name, PACKAGE + mainClass, HEAP_BYTES, List.of(compilerFlags));
  }

  /** Runs a command, which must succeed, and returns its output. */
  static String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    return output;
  }

  /** A command's words: some, then a program, then others. */
  static List<String> command(List<String> before, Path program, String... after) {
    List<String> command = new ArrayList<>(before);
    command.add(program.toString());
    command.addAll(List.of(after));
    return command;
  }
}
