package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.kernel.machine.MemoryMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The boot loader's structure, and where the heap may lie. */
final class StartInformationTest {
  private static final long INFORMATION = 0x1_0000;
  private static final long MODULES = 0x1_1000;
  private static final long MAP = 0x1_2000;
  private static final long HEAP = 0x24_0000;
  private static final long RAM_END = 0x1000_0000;

  @BeforeEach
  void write() {
    PhysicalMemory.clear();
    PhysicalMemory.write32(INFORMATION, 0x336ec578);
    PhysicalMemory.write32(INFORMATION + 4, 1);
    PhysicalMemory.write32(INFORMATION + 12, 1);
    PhysicalMemory.write64(INFORMATION + 16, MODULES);
    PhysicalMemory.write64(INFORMATION + 40, MAP);
    PhysicalMemory.write32(INFORMATION + 48, 2);
    PhysicalMemory.write64(MODULES, 0xf00_0000);
    PhysicalMemory.write64(MODULES + 8, 0x5000);
    PhysicalMemory.write64(MAP + 8, 0x9_f000);
    PhysicalMemory.write32(MAP + 16, MemoryMap.TYPE_RAM);
    PhysicalMemory.write64(MAP + 24, 0x10_0000);
    PhysicalMemory.write64(MAP + 32, RAM_END - 0x10_0000);
    PhysicalMemory.write32(MAP + 40, MemoryMap.TYPE_RAM);
  }

  @Test
  void heapEndsAtTheModule() {
    assertTrue(StartInformation.isValid(INFORMATION));
    assertEquals(0xf00_0000, StartInformation.heapEnd(INFORMATION, HEAP));
    assertEquals(0x5000, StartInformation.moduleSizeBytes(INFORMATION));
  }

  @Test
  void heapEndsWithItsRangeOrTheBootMapping() {
    PhysicalMemory.write32(INFORMATION + 12, 0);
    assertEquals(0, StartInformation.moduleStart(INFORMATION));
    assertEquals(RAM_END, StartInformation.heapEnd(INFORMATION, HEAP));
    PhysicalMemory.write64(MAP + 32, 8L << 30);
    assertEquals(1L << 30, StartInformation.heapEnd(INFORMATION, HEAP));
    PhysicalMemory.write32(MAP + 40, 2);
    assertEquals(0, StartInformation.heapEnd(INFORMATION, HEAP));
  }

  @Test
  void foreignLoaderIsNotBelieved() {
    assertFalse(StartInformation.isValid(0));
    assertFalse(StartInformation.isValid(-8));
    assertFalse(StartInformation.isValid(1L << 31));
    PhysicalMemory.write64(INFORMATION + 40, -1);
    assertFalse(StartInformation.isValid(INFORMATION));
    PhysicalMemory.write32(INFORMATION, 0);
    assertEquals(0, StartInformation.heapEnd(INFORMATION, HEAP));
  }
}
