package edgex.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.bench.report.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Boots Linux. The packages stay in the module's target folder for the next run. */
@Tag("qemu")
class LinuxPeerTest {
  private static final Path CACHE = Path.of("target", "linux-peer-cache");

  @Test
  void everythingIsMeasured() throws IOException {
    List<String> told = new ArrayList<>();
    Map<String, Measurement> measured = LinuxPeer.measure(CACHE, told::add);
    assertEquals(LinuxPeer.NAMES, measured.keySet());
    assertTrue(told.get(told.size() - 1).matches("measured Linux \\d+\\.\\d+.*"), told.toString());
    measured.forEach((name, figure) -> assertTrue(figure.value() > 0, name));

    // What must hold on any kernel: more work takes more instructions.
    assertMore(measured, LinuxPeer.GETPPID, LinuxPeer.SCHED_YIELD_SWITCH);
    assertMore(measured, LinuxPeer.SCHED_YIELD_SWITCH, LinuxPeer.PIPE_ROUNDTRIP);
    assertMore(measured, LinuxPeer.PIPE_ROUNDTRIP, LinuxPeer.PIPE512_ROUNDTRIP);
    assertMore(measured, LinuxPeer.PIPE512_ROUNDTRIP, LinuxPeer.FORK_EXIT_WAIT);
    assertMore(measured, LinuxPeer.BOOT_TO_INIT, LinuxPeer.BOOT_TO_PROMPT);
    assertTrue(measured.get(LinuxPeer.RAM).value() < LinuxGuest.MACHINE_BYTES);
  }

  @Test
  void guestThatTakesTooLongIsKilled() throws IOException {
    LinuxGuest guest = new LinuxGuest(CACHE, message -> {});
    PeerException failure =
        assertThrows(PeerException.class, () -> guest.run(Duration.ofMillis(500)));
    assertTrue(failure.getMessage().contains("was killed"), failure.getMessage());
  }

  private static void assertMore(Map<String, Measurement> measured, String less, String more) {
    assertTrue(measured.get(less).value() < measured.get(more).value(), less + " < " + more);
  }
}
