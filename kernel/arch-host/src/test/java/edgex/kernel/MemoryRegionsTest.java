package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Errors;
import edgex.abi.RootStart;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.arch.Platform;
import edgex.kernel.memory.Frames;
import edgex.kernel.object.PoolSizes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RAM in pieces is used, or the log says that it is not. */
class MemoryRegionsTest {
  private static final int RAM_BYTES = 32 << 20;
  private static final String WARNING = "pages of RAM are not used";

  @AfterEach
  void joinRegions() {
    HostMachine.setRegions(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 33, 128})
  void everyRegionIsUsed(int count) {
    boot(count);
    assertEquals((pagesOfRegion() - 1) * count, Frames.managedPages(), "a page of notes in each");
    assertFalse(HostMachine.console().contains(WARNING), HostMachine.console());
    Scene.liftLimits();
    long process = TestMachine.bytes(RootStart.PROCESS);
    long last = 0;
    while (last >= 0) {
      last = HostMachine.systemCall(SystemCallNumbers.MEMORY_CREATE, process, TestMachine.PAGE);
    }
    assertEquals(Errors.OUT_OF_MEMORY, last);
    assertEquals(0, Frames.freePages());
    Invariants.check();
  }

  @Test
  void regionsBeyondTheLimitAreReported() {
    boot(150);
    expectWarning(HostMachine.console(), 22 * pagesOfRegion());
  }

  @Test
  void tinyRegionsAreReported() {
    // 8,188 pages in pieces of six, of which one is the hole: nothing is left.
    IllegalStateException end = assertThrows(IllegalStateException.class, () -> boot(1300));
    expectWarning(end.getMessage(), 1300 * 5);
  }

  private static void expectWarning(String console, long pages) {
    assertTrue(console.contains("kernel: " + pages + " " + WARNING), console);
  }

  private static long pagesOfRegion() {
    return Platform.memoryRegionSizeBytes(0) >> Frames.PAGE_SHIFT;
  }

  private static void boot(int regions) {
    HostMachine.setRegions(regions);
    PoolSizes sizes = PoolSizes.forMemory(RAM_BYTES);
    sizes.memories = RAM_BYTES >> Frames.PAGE_SHIFT;
    sizes.capabilities = 2 * sizes.memories;
    HostMachine.boot(RAM_BYTES, sizes, "verbose");
  }
}
