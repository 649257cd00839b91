package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.kernel.arch.TreeMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kernel reads from a tree. */
final class MachineDescriptionTest {
  private static final long RAM = SampleTree.RAM;

  @BeforeEach
  void open() {
    byte[] blob = SampleTree.blob();
    assertEquals(DeviceTree.GOOD, DeviceTree.open(TreeMemory.place(blob), blob.length));
  }

  @Test
  void memoryIsRamWithoutWhatIsReserved() {
    MemoryMap.initialize();
    assertTrue(DeviceMemory.describe());
    MemoryMap.collectFree();
    List<String> free = new ArrayList<>();
    for (int i = 0; i < MemoryMap.freeCount(); i++) {
      free.add(Long.toHexString(MemoryMap.freeStart(i) - RAM) + "-" + ramOffset(i));
    }
    assertEquals(
        List.of("80000-4000000", "4001000-8000000", "8002000-10000000", "80000000-81000000"), free);
    assertEquals(0x1100_0000, MemoryMap.describedBytes(MemoryMap.TYPE_RAM));
  }

  @Test
  void freeMemoryEndsWhereSomethingBegins() {
    assertEquals(0, DeviceMemory.freeEnd(RAM - 1), "below RAM");
    assertEquals(0, DeviceMemory.freeEnd(RAM + 0x1000), "reserved in the header");
    assertEquals(RAM + 0x400_0000, DeviceMemory.freeEnd(RAM + 0x8_0000));
    assertEquals(0, DeviceMemory.freeEnd(RAM + 0x400_0800), "reserved by a node");
    assertEquals(RAM + 0x800_0000, DeviceMemory.freeEnd(RAM + 0x400_1000), "at the boot image");
    assertEquals(RAM + 0x1000_0000, DeviceMemory.freeEnd(RAM + 0x800_1800));
    assertEquals(0, DeviceMemory.freeEnd(RAM + 0x1000_0000), "behind RAM");
    assertEquals(RAM + 0x8100_0000L, DeviceMemory.freeEnd(RAM + 0x8000_0000L));
  }

  @Test
  void cpusAreThoseThatWork() {
    int first = MachineDescription.firstCpu();
    int second = MachineDescription.nextCpu(first);
    assertEquals(7, DeviceRegisters.identifier(first));
    assertEquals(9, DeviceRegisters.identifier(second));
    assertEquals(DeviceTree.NONE, MachineDescription.nextCpu(second));
    assertEquals(10_000_000, MachineDescription.timebaseHertz());
  }

  @Test
  void bootLoaderChoseThese() {
    int text = MachineDescription.commandLine();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < DeviceTree.valueBytes(text); i++) {
      line.append((char) DeviceTree.valueByte(text, i));
    }
    assertEquals("quiet image=default\0", line.toString());
    assertEquals(RAM + 0x800_0000, MachineDescription.bootImageStart());
    assertEquals(0x1800, MachineDescription.bootImageSizeBytes());
    int uart = MachineDescription.nextCompatible(DeviceTree.NONE, "acme,uart");
    assertEquals(uart, MachineDescription.console());
  }

  @Test
  void registersAreTranslatedThroughEachBus() {
    int uart = MachineDescription.nextCompatible(DeviceTree.NONE, "acme,uart");
    assertEquals(0x9_0000_1120L, DeviceRegisters.start(uart, 0));
    assertEquals(8, DeviceRegisters.sizeBytes(uart, 0));
    assertEquals(0x9_0000_1170L, DeviceRegisters.start(uart, 1));
    assertEquals(DeviceRegisters.NONE, DeviceRegisters.start(uart, 2), "outside of the bus");
    assertEquals(DeviceRegisters.NONE, DeviceRegisters.start(uart, 3), "no such entry");
    int lost = MachineDescription.nextCompatible(uart, "acme,uart");
    assertEquals(DeviceRegisters.NONE, DeviceRegisters.start(lost, 0), "a bus without ranges");
    assertEquals(DeviceTree.NONE, MachineDescription.nextCompatible(lost, "acme,uart"));
  }

  private static String ramOffset(int index) {
    return Long.toHexString(MemoryMap.freeEnd(index) - RAM);
  }
}
