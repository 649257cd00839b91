package edgex.host.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs QEMU with a guest that does just one thing. */
@Tag("qemu")
@Tag("boot")
class MachineTest {
  private static final Optional<Duration> AMPLE = Optional.of(Duration.ofMinutes(2));

  @TempDir static Path folder;
  private static Guest guest;

  @BeforeAll
  static void assemble() throws IOException, InterruptedException {
    guest = Guest.assemble(folder);
  }

  private static boolean emulatorRuns() {
    return ProcessHandle.current()
        .descendants()
        .anyMatch(process -> process.info().command().orElse("").contains("qemu"));
  }

  @Test
  void passesOnTheConsoleAndTheReport() throws Exception {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    Outcome outcome = new Machine(guest.options("image=x -- e", AMPLE)).run(console);
    assertEquals(new Outcome(Outcome.End.STOPPED, 0), outcome);
    assertEquals("hello\n", console.toString(StandardCharsets.UTF_8));
    HostLinkReport report = guest.report();
    assertEquals(Optional.empty(), report.damage());
    assertEquals(OptionalInt.of(7), report.exitStatus());
    assertEquals(List.of("/tmp/none"), report.missing());
    assertEquals(
        ByteBuffer.wrap("abc".getBytes(StandardCharsets.UTF_8)), report.files().get("/tmp/abc"));
  }

  @Test
  void reportsAPanic() throws Exception {
    new Machine(guest.options("-- m", AMPLE)).run(new ByteArrayOutputStream());
    assertTrue(guest.report().panicked());
    assertEquals(OptionalInt.empty(), guest.report().exitStatus());
  }

  @Test
  void aResetEndsTheRun() throws Exception {
    Outcome outcome = new Machine(guest.options("-- r", AMPLE)).run(new ByteArrayOutputStream());
    assertEquals(new Outcome(Outcome.End.STOPPED, 0), outcome);
    assertEquals(OptionalInt.empty(), guest.report().exitStatus());
  }

  @Test
  void stopsAGuestThatHangs() throws Exception {
    MachineOptions options = guest.options("-- h", Optional.of(Duration.ofSeconds(3)));
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    Outcome outcome = new Machine(options).run(console);
    assertEquals(Outcome.End.TIMED_OUT, outcome.end());
    assertFalse(emulatorRuns());
  }

  @Test
  void stopsWhenNobodyReadsTheConsole() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Machine machine = new Machine(guest.options("-- h", AMPLE));
    MachineException failure = assertThrows(MachineException.class, () -> machine.run(broken));
    assertTrue(failure.getMessage().contains("Broken pipe"), failure.getMessage());
    assertFalse(emulatorRuns());
  }
}
