package edgex.toolchain.aot;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where the tests' programs are, and how to run what was made of them. */
final class Fixtures {
  private Fixtures() {}

  /** The folder with the fixtures' classes. */
  static Path classes() {
    try {
      URL location = Fixtures.class.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(location.toURI());
    } catch (URISyntaxException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /** A file or folder of the test resources. */
  static Path resource(String name) {
    return classes().resolve(name);
  }

  /** The module's build folder; the C library in it outlives one test run. */
  static Path cache() {
    return classes().resolveSibling("aot-cache");
  }

  /** What a program printed, both streams together, and how it ended. */
  record Output(int status, String text) {}

  /** Runs a command to its end; one that hangs is killed and fails the test. */
  static Output run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path captured = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(captured.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            command + " hangs after printing: " + Files.readString(captured));
      }
      return new Output(process.exitValue(), Files.readString(captured, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }
}
