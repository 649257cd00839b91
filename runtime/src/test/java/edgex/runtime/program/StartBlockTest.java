package edgex.runtime.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.StartBlock;
import edgex.runtime.Capabilities;
import edgex.runtime.Environment;
import edgex.runtime.MissingCapabilityException;
import edgex.runtime.machine.RawMemory;
import edgex.runtime.machine.StartData;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the creator of a process writes is what the process reads. */
class StartBlockTest {
  @BeforeAll
  static void start() throws ProgramFormatException {
    TestProcess.start();
  }

  private static long word(int index) {
    return RawMemory.getLong(StartData.startBlock() + (long) Long.BYTES * index);
  }

  @Test
  void capabilitiesAreFoundByName() {
    assertEquals(11, Capabilities.require("process"));
    assertEquals(0x7fff_ffff, Capabilities.find("files:/"));
    assertEquals(0, Capabilities.find("files"));
    assertEquals(List.of("files:/", "files:/tmp"), Capabilities.names("files:"));
    MissingCapabilityException missing =
        assertThrows(MissingCapabilityException.class, () -> Capabilities.require("network"));
    assertTrue(missing.getMessage().contains("network"), missing.getMessage());
  }

  @Test
  void environmentIsFoundByWholeName() {
    assertEquals("/tmp", Environment.get("HOME"));
    assertEquals("", Environment.get("EMPTY"));
    assertEquals("a=b", Environment.get("EQUALS"));
    assertNull(Environment.get("HOM"));
    assertNull(Environment.get("one"));
  }

  @Test
  void wordsSayWhatIsWhere() {
    assertEquals(StartBlock.MAGIC_VALUE, word(StartBlock.MAGIC));
    assertEquals(StartBlock.VERSION_VALUE, word(StartBlock.VERSION));
    assertEquals(-2, word(StartBlock.HEAP_LIMIT));
    assertEquals(3, word(StartBlock.ARGUMENT_COUNT));
    byte[] first = new byte[4];
    RawMemory.read(StartData.startBlock() + word(StartBlock.ARGUMENTS), first, 0, first.length);
    assertEquals("one\0", new String(first, java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void aBlockThatIsTooLongIsRefused() {
    StartBlockWriter writer = new StartBlockWriter(0);
    writer.addTexts(
        StartBlock.ARGUMENT_COUNT,
        StartBlock.ARGUMENTS,
        List.of("x".repeat(StartBlock.MAXIMUM_BYTES)));
    ProgramFormatException refused = assertThrows(ProgramFormatException.class, writer::toBytes);
    assertTrue(refused.getMessage().contains("too long"), refused.getMessage());
  }
}
