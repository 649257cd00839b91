package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Rights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Page tables in simulated RAM, checked bit by bit against the manual's layout. */
final class AddressSpaceTest {
  private static final long ROOT = 0x10_0000;
  private static final long CODE = 0x40_0000;
  private static final long FRAME = 0x30_0000;
  private static final int READ_WRITE = Rights.READ | Rights.WRITE;

  private AddressSpace space;
  private long nextFrame;

  @BeforeEach
  void makeSpace() {
    PhysicalMemory.clear();
    Instructions.clear();
    CpuFeatures.detect();
    AddressSpace.activateKernel();
    Instructions.EVENTS.clear();
    space = new AddressSpace();
    space.initialize(ROOT);
    nextFrame = ROOT + 0x1000;
  }

  @Test
  void mapsWithTheRightBits() {
    map(CODE, FRAME, Rights.READ | Rights.EXECUTE, AddressSpace.MEMORY_NORMAL);
    map(CODE + 0x1000, FRAME, READ_WRITE, AddressSpace.MEMORY_NORMAL);
    map(CODE + 0x2000, FRAME, READ_WRITE, AddressSpace.MEMORY_DEVICE);
    assertEquals(FRAME | 0b101, entry(CODE));
    assertEquals(FRAME | 0b111 | 1L << 63, entry(CODE + 0x1000));
    assertEquals(FRAME | 0b11111 | 1L << 63, entry(CODE + 0x2000));
    assertEquals(1, PhysicalMemory.read64(ROOT + 511 * 8), "the kernel's half is shared");
  }

  @Test
  void refusesWhatIsMappedAndTranslatesIt() {
    map(CODE, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL);
    assertEquals(
        AddressSpace.OCCUPIED, space.map(CODE, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL));
    assertEquals(FRAME + 0x123, space.translate(CODE + 0x123));
    assertEquals(-1, space.translate(CODE + 0x1000));
    assertEquals(-1, space.translate(0xffff_8000_0000_0000L));
    assertEquals(-1, space.translate(AddressSpace.userEnd()));
    space.unmap(CODE);
    assertEquals(-1, space.translate(CODE));
    space.unmap(CODE);
    space.unmap(1L << 40);
  }

  @Test
  void protectKeepsFrameAndMemoryType() {
    map(CODE, FRAME, READ_WRITE, AddressSpace.MEMORY_DEVICE);
    space.protect(CODE, Rights.READ);
    assertEquals(FRAME | 0b11101 | 1L << 63, entry(CODE));
    space.protect(CODE + 0x1000, READ_WRITE);
    assertEquals(-1, space.translate(CODE + 0x1000));
  }

  @Test
  void onlyTheActiveSpaceFlushesAtOnce() {
    map(CODE, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL);
    space.unmap(CODE);
    assertEquals(List.of(), Instructions.EVENTS);
    space.activate();
    map(CODE, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL);
    space.unmap(CODE);
    space.activate();
    AddressSpace.activateKernel();
    assertEquals(List.of("cr3=100000", "invalidate 400000", "cr3=1000"), Instructions.EVENTS);
  }

  @Test
  void tagKeepsTranslationsUnlessTheyAreStale() {
    Instructions.setIdentification(1, 0, 2, 1 << 17);
    CpuFeatures.detect();
    AddressSpace tagged = new AddressSpace();
    tagged.initialize(ROOT);
    space = tagged;
    tagged.activate();
    AddressSpace.activateKernel();
    tagged.activate();
    AddressSpace.activateKernel();
    map(CODE, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL);
    tagged.unmap(CODE);
    tagged.activate();
    String first = Instructions.EVENTS.get(0);
    long tag = Long.parseLong(first.substring("cr3=".length()), 16) - ROOT;
    assertTrue(tag > 0 && tag < 4096, first);
    assertEquals("cr3=" + Long.toHexString(ROOT | tag | 1L << 63), Instructions.EVENTS.get(2));
    assertEquals(first, Instructions.EVENTS.get(4));
  }

  @Test
  void givesEveryTableBack() {
    map(CODE, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL);
    map(0x10_0000_0000L, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL);
    map(AddressSpace.userEnd() - 0x1000, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL);
    Set<Long> expected = new HashSet<>();
    for (long frame = ROOT + 0x1000; frame < nextFrame; frame += 0x1000) {
      expected.add(frame);
    }
    assertEquals(3 + 2 + 3, expected.size());
    Set<Long> taken = new HashSet<>();
    for (long frame = space.takeTable(); frame != 0; frame = space.takeTable()) {
      assertTrue(taken.add(frame));
    }
    assertEquals(expected, taken);
    assertEquals(ROOT, space.rootFrame());
    space.release();
    assertEquals(0, space.rootFrame());
  }

  private void map(long address, long frame, int protection, int memoryType) {
    int result = space.map(address, frame, protection, memoryType);
    while (result == AddressSpace.TABLE_MISSING) {
      space.supplyTable(address, nextFrame);
      nextFrame += 0x1000;
      result = space.map(address, frame, protection, memoryType);
    }
    assertEquals(0, result);
  }

  /** Walks the tables independently of the class under test. */
  private static long entry(long address) {
    long table = ROOT;
    long entry = 0;
    for (int shift = 39; shift >= 12; shift -= 9) {
      entry = PhysicalMemory.read64(table + (address >>> shift & 511) * 8);
      table = entry & 0x000f_ffff_ffff_f000L;
    }
    return entry;
  }
}
