package edgex.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import edgex.bench.report.BenchResult;
import edgex.bench.report.Measurement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelPeersTest {
  private static final Measurement OWN = Measurement.exact(347, "instructions");
  private static final Measurement PIPE = Measurement.exact(11495, "instructions");
  private static final Measurement UNIX = Measurement.exact(17059, "instructions");

  @Test
  void measuredPeersStandBesideTheResultInTheOrderOfTheTable() {
    BenchResult result =
        KernelPeers.beside(
            "ipc.roundtrip.words8",
            OWN,
            Map.of(
                LinuxPeer.UNIX_ROUNDTRIP, UNIX,
                LinuxPeer.PIPE_ROUNDTRIP, PIPE,
                LinuxPeer.GETPPID, OWN));
    assertEquals(
        List.of(LinuxPeer.PIPE_ROUNDTRIP, LinuxPeer.UNIX_ROUNDTRIP),
        List.copyOf(result.peers().keySet()));
    assertEquals(PIPE, result.peers().get(LinuxPeer.PIPE_ROUNDTRIP));
  }

  @Test
  void withoutLinuxTheResultStandsAlone() {
    assertEquals(
        BenchResult.alone("null_call", OWN), KernelPeers.beside("null_call", OWN, Map.of()));
  }

  @Test
  void resultWithoutCounterpartStandsAlone() {
    assertEquals(
        BenchResult.alone("irq_off.longest", OWN),
        KernelPeers.beside("irq_off.longest", OWN, Map.of(LinuxPeer.GETPPID, OWN)));
  }

  @Test
  void instructionsAreNotComparedWithNanoseconds() {
    Measurement boot = Measurement.exact(1_586_901_642, "nanoseconds");
    assertThrows(
        IllegalArgumentException.class,
        () -> KernelPeers.beside("boot.to_prompt", OWN, Map.of(LinuxPeer.BOOT_TO_PROMPT, boot)));
  }
}
