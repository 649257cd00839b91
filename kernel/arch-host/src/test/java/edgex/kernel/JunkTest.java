package edgex.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.abi.Rights;
import edgex.abi.SystemCallNumbers;
import edgex.kernel.arch.HostMachine;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.memory.Frames;
import edgex.kernel.object.PoolSizes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In debug mode what was freed is filled with junk; otherwise nobody spends time on it. */
class JunkTest {
  private static final int PAGES = 5;
  private static final long SECRET = 0x5ec2e7;

  /** The allocator keeps its links in the first words of a free block. */
  private static final int LINK_BYTES = 16;

  @ParameterizedTest
  @CsvSource({"debug, true", "verbose debug, true", "verbose, false", "-- debug, false"})
  void freedPagesHoldJunkInDebugMode(String commandLine, boolean filled) {
    TestMachine machine = new TestMachine(PoolSizes.forMemory(TestMachine.RAM_BYTES), commandLine);
    int memory = machine.memory(PAGES);
    long address = machine.address(PAGES);
    machine.good(
        SystemCallNumbers.MEMORY_MAP,
        machine.process,
        memory,
        address,
        0,
        PAGES * TestMachine.PAGE,
        Rights.READ | Rights.WRITE);
    long physical = HostMachine.activeSpace(0).translate(address);
    fill(physical);
    machine.good(SystemCallNumbers.CAPABILITY_DESTROY, memory);
    for (int page = 0; page < PAGES; page++) {
      for (long word = LINK_BYTES; word < TestMachine.PAGE; word += Long.BYTES) {
        assertEquals(
            filled ? Frames.JUNK : SECRET,
            PhysicalMemory.read64(physical + page * TestMachine.PAGE + word));
      }
    }
  }

  private static void fill(long physical) {
    for (long word = 0; word < PAGES * TestMachine.PAGE; word += Long.BYTES) {
      PhysicalMemory.write64(physical + word, SECRET);
    }
  }

  @ParameterizedTest
  @CsvSource({"debug", "verbose"})
  void newMemoryReadsAsZerosAllTheSame(String commandLine) {
    TestMachine machine = new TestMachine(PoolSizes.forMemory(TestMachine.RAM_BYTES), commandLine);
    for (int round = 0; round < 3; round++) {
      int memory = machine.memory(PAGES);
      long address = machine.address(PAGES);
      machine.good(
          SystemCallNumbers.MEMORY_MAP,
          machine.process,
          memory,
          address,
          0,
          PAGES * TestMachine.PAGE,
          Rights.READ | Rights.WRITE);
      long physical = HostMachine.activeSpace(0).translate(address);
      for (long word = 0; word < PAGES * TestMachine.PAGE; word += Long.BYTES) {
        assertEquals(0, PhysicalMemory.read64(physical + word));
      }
      fill(physical);
      machine.good(SystemCallNumbers.CAPABILITY_DESTROY, memory);
    }
  }
}
