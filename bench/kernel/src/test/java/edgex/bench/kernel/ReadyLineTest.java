package edgex.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ReadyLineTest {
  @Test
  void timeAndMemoryAreRead() {
    String log =
        """
        0.012000 information kernel: root process started
        1.044321 information shell: ready, 17700864 bytes of RAM in use
        """;
    assertEquals(new ReadyLine(1_044_321_000L, 17_700_864L), ReadyLine.parse(log));
  }

  @Test
  void logWithoutTheLineIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ReadyLine.parse("0.1 shell: ready"));
  }
}
