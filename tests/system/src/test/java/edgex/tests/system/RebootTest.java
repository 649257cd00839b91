package edgex.tests.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.host.machine.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** QEMU runs with {@code -no-reboot}: a reset ends it. */
@Tag("qemu")
@Tag("shell")
class RebootTest {
  @TempDir Path folder;

  @Test
  void rebootResetsTheMachine() throws Exception {
    try (ShellSession shell = ShellSession.boot(folder)) {
      shell.guest().type("reboot\r");
      assertEquals(new Outcome(Outcome.End.STOPPED, 0), shell.guest().awaitEnd());
    }
  }
}
