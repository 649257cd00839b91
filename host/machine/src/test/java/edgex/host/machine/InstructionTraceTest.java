package edgex.host.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstructionTraceTest {
  private final List<Long> addresses = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final InstructionTrace trace =
      new InstructionTrace(0x1000, 0x200, addresses::add, others::add);

  private static String executed(String address, String blockFlags) {
    return "Trace 0: 0x7f0f042fb540 [0000000000000000/"
        + address
        + "/0000c0b0/"
        + blockFlags
        + "] boot_heap_end\n";
  }

  private void read(String log) {
    trace.read(new BufferedReader(new StringReader(log)));
  }

  @Test
  void askForTheRange() {
    assertEquals("0x1000+0x200", trace.words().get(trace.words().size() - 1));
  }

  @Test
  void instructionsComeInOrderAndRepetitionsCount() {
    read(
        executed("ffffffff8020f668", "ff020201")
            + executed("ffffffff8020f66a", "ff020201")
            + executed("ffffffff8020f66a", "ff020201"));
    assertEquals(List.of(0xffffffff8020f668L, 0xffffffff8020f66aL, 0xffffffff8020f66aL), addresses);
  }

  @Test
  void whatAnInterruptStoppedIsTakenBack() {
    read(
        executed("0000000000001000", "ff020201")
            + executed("0000000000001004", "ff020201")
            + "Stopped execution of TB chain before 0x7f0f042fb540 [0000000000001004] idle\n"
            + executed("0000000000001100", "ff020201"));
    assertEquals(List.of(0x1000L, 0x1100L), addresses);
  }

  @Test
  void anInstructionBegunAgainForADeviceCountsOnce() {
    read(
        executed("0000000000001000", "ff020201")
            + executed("0000000000001000", "ff028201")
            + executed("0000000000001000", "ff020201"));
    assertEquals(List.of(0x1000L, 0x1000L), addresses);
  }

  @Test
  void otherLinesArePassedOn() {
    read("qemu-system-x86_64: warning: something\n");
    assertEquals(List.of("qemu-system-x86_64: warning: something"), others);
    assertEquals(List.of(), addresses);
  }

  @Test
  void unknownFormsOfALineAreRefused() {
    for (String line : List.of("Trace 1", "Trace 0: 0x1 [0/x/0/0] ", "Trace 0: 0x1 [0/1/2] ")) {
      assertThrows(UncheckedIOException.class, () -> read(line + "\n"), line);
    }
  }
}
