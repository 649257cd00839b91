package edgex.bench.kernel;

import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.machine.Machine;
import edgex.host.machine.MachineException;
import edgex.host.machine.MachineOptions;
import edgex.host.machine.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The emulated machine on which one instruction takes one nanosecond. */
final class Guest {
  /** Seconds on an idle computer; the limit is for one that hangs. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final int MEMORY_MEBIBYTES = 256;

  private Guest() {}

  /**
   * Boots an image until it switches the machine off.
   *
   * @param commandLine what the kernel is told
   * @return what it wrote to its first serial line
   * @throws BuildException if it did not end by itself in time
   */
  static String run(BuiltImage built, String commandLine)
      throws BuildException, InterruptedException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    Outcome outcome = start(built, commandLine, console);
    String output = console.toString(StandardCharsets.UTF_8);
    if (outcome.end() == Outcome.End.TIMED_OUT || outcome.emulatorStatus() != 0) {
      throw new BuildException(
          built.image().getFileName()
              + " did not end by itself within "
              + LIMIT.toSeconds()
              + " seconds; it said:\n"
              + output);
    }
    return output;
  }

  private static Outcome start(BuiltImage built, String commandLine, ByteArrayOutputStream console)
      throws BuildException, InterruptedException {
    try {
      Path hostLink = Files.createTempFile(built.image().getParent(), "bench", ".host-link");
      try {
        MachineOptions options =
            new MachineOptions(
                built.plan().board().emulator(),
                built.kernel(),
                built.image(),
                commandLine,
                1,
                MEMORY_MEBIBYTES,
                MachineOptions.Clock.INSTRUCTIONS,
                Optional.of(LIMIT),
                hostLink);
        return new Machine(options).run(console);
      } finally {
        Files.deleteIfExists(hostLink);
      }
    } catch (IOException | MachineException cause) {
      throw new BuildException(cause.getMessage(), cause);
    }
  }
}
