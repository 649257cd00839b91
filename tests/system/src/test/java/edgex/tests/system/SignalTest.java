package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a signal to {@code edgex run} leaves behind: no emulator, and a terminal that works. */
@Tag("qemu")
@Tag("shell")
class SignalTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final String MESSAGE = "edgex: interrupted: QEMU stopped\n";

  @TempDir Path folder;

  @BeforeAll
  static void build() throws Exception {
    Repository.image();
  }

  private static void send(String signal, long process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process)).start();
    assertEquals(0, kill.waitFor());
  }

  /** Waits for the emulator below a process. */
  private static ProcessHandle emulator(ProcessHandle parent) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadlineNanos) {
      try (Stream<ProcessHandle> children = parent.descendants()) {
        List<ProcessHandle> found =
            children
                .filter(child -> child.info().command().orElse("").contains("qemu-system"))
                .toList();
        if (!found.isEmpty()) {
          return found.get(0);
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("QEMU was not started");
  }

  private static void assertEnds(ProcessHandle process) throws Exception {
    process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "KILL, 137"})
  void aSignalLeavesNoEmulator(String signal, int status) throws Exception {
    Path errors = folder.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder(Command.words("run", "--", "cat"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile());
    Process edgex = builder.start();
    ProcessHandle emulator = emulator(edgex.toHandle());
    send(signal, edgex.pid());
    assertEquals(status, edgex.waitFor());
    assertEnds(emulator);
    assertEquals(signal.equals("KILL") ? "" : MESSAGE, Files.readString(errors));
  }

  @Test
  void anInterruptedSessionRestoresTheTerminal() throws Exception {
    Path log = folder.resolve("session");
    Process session = inTerminal(log);
    ProcessHandle emulator = emulator(session.toHandle());
    awaitText(log, "edgex> ");
    // QEMU has made the terminal raw by now; its parent's parent is the JVM's shell.
    send("TERM", emulator.parent().orElseThrow().pid());
    assertEquals(0, session.waitFor());
    assertEnds(emulator);
    String text = Files.readString(log);
    List<String> settings = text.lines().filter(line -> line.startsWith("settings ")).toList();
    assertEquals(2, settings.size(), text);
    assertEquals(settings.get(0), settings.get(1));
    assertTrue(text.contains("status 143"), text);
    assertTrue(text.contains("edgex: interrupted: QEMU stopped"), text);
  }

  /** An interactive run on a terminal of its own, between two looks at the terminal's settings. */
  private Process inTerminal(Path log) throws IOException {
    String run = String.join(" ", Command.words("run").stream().map(SignalTest::quote).toList());
    Path script = folder.resolve("session.sh");
    Files.writeString(
        script,
        "echo settings $(stty -g)\n" + run + "\necho status $?\necho settings $(stty -g)\n");
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qfec", "sh " + quote(script.toString()), "/dev/null");
    // The input stays open: script ends the session at its end.
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static String quote(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static void awaitText(Path file, String text) throws Exception {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.readString(file).contains(text)) {
      if (System.nanoTime() > deadlineNanos) {
        throw new AssertionError("no '" + text + "' in " + Files.readString(file));
      }
      Thread.sleep(50);
    }
  }
}
