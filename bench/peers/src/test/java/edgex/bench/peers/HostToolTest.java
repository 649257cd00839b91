package edgex.bench.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostToolTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final HostTool SHELL = new HostTool("sh", "dash");

  @TempDir Path folder;

  @AfterEach
  void collectedOutputIsRemoved() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void standardOutputIsReturnedAlone() throws IOException {
    assertEquals("shown\n", SHELL.run(folder, LONG, List.of("-c", "echo hidden >&2; echo shown")));
  }

  @Test
  void failureShowsStatusAndBothOutputs() {
    PeerException failure =
        assertThrows(
            PeerException.class,
            () -> SHELL.run(folder, LONG, List.of("-c", "echo out; echo err >&2; exit 7")));
    assertEquals("sh failed with status 7\nout\nerr\n", failure.getMessage());
  }

  @Test
  void programThatHangsIsKilled() {
    String script = "echo $$; exec sleep 1000";
    PeerException failure =
        assertThrows(
            PeerException.class,
            () -> SHELL.run(folder, Duration.ofSeconds(1), List.of("-c", script)));
    List<String> lines = failure.getMessage().lines().toList();
    assertEquals("sh did not end within 1 s and was killed", lines.get(0));
    assertFalse(ProcessHandle.of(Long.parseLong(lines.get(1))).isPresent(), "still running");
  }

  @Test
  void interruptedWaitKillsTheProgram() throws Exception {
    Thread.currentThread().interrupt();
    PeerException failure =
        assertThrows(
            PeerException.class, () -> SHELL.run(folder, LONG, List.of("-c", "exec sleep 1000")));
    assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
    assertTrue(failure.getMessage().contains("interrupted"), failure.getMessage());
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      child.onExit().get(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void missingProgramNamesItsPackage() throws IOException {
    HostTool missing = new HostTool("no-such-program", "some-package");
    PeerException failure =
        assertThrows(PeerException.class, () -> missing.run(folder, LONG, List.of()));
    assertTrue(failure.getMessage().contains("apt-get install some-package"), failure.getMessage());
  }
}
