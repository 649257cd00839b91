package edgex.bench.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of the host and the Debian package that brings it.
 *
 * <p>A run has a time limit, after which the program is killed; it is killed as well when this JVM
 * ends or the waiting thread is interrupted, so that nothing is left behind.
 *
 * @param program as found on the search path, or its file
 * @param debianPackage what to install if it is missing
 */
record HostTool(String program, String debianPackage) {
  static final HostTool APT_CACHE = new HostTool("apt-cache", "apt");
  static final HostTool APT_GET = new HostTool("apt-get", "apt");
  static final HostTool DPKG_DEB = new HostTool("dpkg-deb", "dpkg");

  /** libc6-dev holds the static C library. */
  static final HostTool GCC = new HostTool("gcc", "gcc libc6-dev");

  static final HostTool QEMU = new HostTool("qemu-system-x86_64", "qemu-system-x86");

  /** Enough of a failed program's output to see why, not enough to bury the reason. */
  private static final int SHOWN_OUTPUT_CHARACTERS = 2000;

  /**
   * Runs the program to its end.
   *
   * @param folder working folder; the output is collected in two files there for a while
   * @return its standard output
   * @throws PeerException if it is missing, fails, or takes longer than the limit; the message
   *     holds the end of what it printed
   */
  String run(Path folder, Duration limit, List<String> arguments) throws IOException {
    String name = Path.of(program).getFileName().toString();
    Path output = Files.createTempFile(folder, name, ".out");
    Path errors = Files.createTempFile(folder, name, ".err");
    try {
      Process process = start(folder, arguments, output, errors);
      boolean ended = waitOrKill(process, limit);
      String printed = Files.readString(output, StandardCharsets.ISO_8859_1);
      String shown = end(printed + Files.readString(errors, StandardCharsets.ISO_8859_1));
      if (!ended) {
        throw new PeerException(
            program + " did not end within " + limit.toSeconds() + " s and was killed\n" + shown);
      }
      if (process.exitValue() != 0) {
        throw new PeerException(
            program + " failed with status " + process.exitValue() + "\n" + shown);
      }
      return printed;
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(errors);
    }
  }

  private Process start(Path folder, List<String> arguments, Path output, Path errors)
      throws PeerException {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException cause) {
      throw new PeerException(
          "cannot start "
              + program
              + " ("
              + cause.getMessage()
              + "); if it is missing, install"
              + " it: apt-get install "
              + debianPackage,
          cause);
    }
  }

  /** Returns false if the process had to be killed because its time was up. */
  private boolean waitOrKill(Process process, Duration limit) throws PeerException {
    Thread killer = new Thread(process::destroyForcibly, "kill " + program);
    ShutdownHooks.add(killer);
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      return ended;
    } catch (InterruptedException cause) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new PeerException("interrupted while waiting for " + program, cause);
    } finally {
      ShutdownHooks.remove(killer);
    }
  }

  private static String end(String text) {
    return text.length() <= SHOWN_OUTPUT_CHARACTERS
        ? text
        : "..." + text.substring(text.length() - SHOWN_OUTPUT_CHARACTERS);
  }
}
