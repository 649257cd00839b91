package edgex.bench.inference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one measuring program to its end. */
final class SampleProcess {
  private static final long LIMIT_SECONDS = 300;

  private SampleProcess() {}

  /**
   * Runs a command.
   *
   * @return the samples that it printed
   * @throws IOException with what it said, if it fails or takes too long
   */
  static SampleOutput run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("edgex-samples", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            command.get(0) + (ended ? " failed: " : " took too long: ") + text.strip());
      }
      return SampleOutput.parse(text);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
