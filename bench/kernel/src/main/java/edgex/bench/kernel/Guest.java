package edgex.bench.kernel;

import edgex.host.build.BuildException;
import edgex.host.build.BuiltImage;
import edgex.host.machine.InstructionTrace;
import edgex.host.machine.Machine;
import edgex.host.machine.MachineException;
import edgex.host.machine.MachineOptions;
import edgex.host.machine.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The emulated machine on which one instruction takes one nanosecond. */
public final class Guest {
  /** Seconds on an idle computer; the limit is for one that hangs. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** Each instruction is a line to write and to read. */
  private static final Duration TRACED_LIMIT = Duration.ofMinutes(15);

  private static final int MEMORY_MEBIBYTES = 256;

  private Guest() {}

  /**
   * Boots an image until it switches the machine off.
   *
   * @param commandLine what the kernel is told
   * @return what it wrote to its first serial line
   * @throws BuildException if it did not end by itself in time
   */
  public static String run(BuiltImage built, String commandLine)
      throws BuildException, InterruptedException {
    return run(built, commandLine, LIMIT, Machine::run);
  }

  /**
   * As {@link #run(BuiltImage, String)}, and tells the instructions that are executed in a range.
   */
  static String run(BuiltImage built, String commandLine, InstructionTrace trace)
      throws BuildException, InterruptedException {
    return run(built, commandLine, TRACED_LIMIT, (machine, console) -> machine.run(console, trace));
  }

  /** A way to run a machine. */
  private interface Way {
    Outcome run(Machine machine, OutputStream console)
        throws MachineException, InterruptedException;
  }

  private static String run(BuiltImage built, String commandLine, Duration limit, Way way)
      throws BuildException, InterruptedException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    Outcome outcome = start(built, commandLine, limit, console, way);
    String output = console.toString(StandardCharsets.UTF_8);
    if (outcome.end() == Outcome.End.TIMED_OUT || outcome.emulatorStatus() != 0) {
      throw new BuildException(
          built.image().getFileName()
              + " did not end by itself within "
              + limit.toSeconds()
              + " seconds; it said:\n"
              + output);
    }
    return output;
  }

  private static Outcome start(
      BuiltImage built, String commandLine, Duration limit, OutputStream console, Way way)
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
                Optional.of(limit),
                hostLink);
        return way.run(new Machine(options), console);
      } finally {
        Files.deleteIfExists(hostLink);
      }
    } catch (IOException | MachineException cause) {
      throw new BuildException(cause.getMessage(), cause);
    }
  }
}
