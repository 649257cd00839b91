package edgex.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdleLineTest {
  @Test
  void theOwnAlarmIsNotIn() {
    IdleLine idle = IdleLine.parse("x\n10.000 s, 1 processor, 99.9 % idle, woken 6 times\r\n");
    assertEquals(0.5, idle.wakeupsPerSecond());
  }

  @Test
  void whatCannotBeIsRefused() {
    for (String output :
        List.of(
            "",
            "uptime: unknown\n",
            "10.000 s, 1 processor, 99.9 % idle, woken 0 times\n",
            "0.000 s, 1 processor, 99.9 % idle, woken 1 times\n")) {
      assertThrows(IllegalArgumentException.class, () -> IdleLine.parse(output), output);
    }
  }
}
