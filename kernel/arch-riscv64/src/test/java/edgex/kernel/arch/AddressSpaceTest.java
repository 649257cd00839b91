package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.FaultKind;
import edgex.abi.Rights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Page tables in simulated RAM, checked bit by bit against the specification's layout. */
final class AddressSpaceTest {
  private static final long ROOT = 0x10_0000;
  private static final long CODE = 0x40_0000;
  private static final long FRAME = 0x30_0000;
  private static final long MODE = 8L << 60;
  private static final int READ_WRITE = Rights.READ | Rights.WRITE;

  private AddressSpace space;
  private long nextFrame;

  @BeforeEach
  void clear() {
    Instructions.clear();
    AddressSpace.activateKernel();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void mapsWithTheRightBits(int topLevel) {
    make(topLevel, 0xffff);
    map(CODE, Rights.READ | Rights.EXECUTE);
    map(CODE + 0x1000, READ_WRITE);
    map(CODE + 0x2000, Rights.READ);
    map(CODE + 0x3000, 0);
    assertEquals(FRAME >> 2 | 0b0101_1011, entry(CODE, topLevel), "V R X U A");
    assertEquals(FRAME >> 2 | 0b1101_0111, entry(CODE + 0x1000, topLevel), "V R W U A D");
    assertEquals(FRAME >> 2 | 0b0101_0011, entry(CODE + 0x2000, topLevel), "V R U A");
    assertEquals(FRAME >> 2 | 0b0101_1001, entry(CODE + 0x3000, topLevel), "never a table");
    assertEquals(1, PhysicalMemory.read64(ROOT + 511 * 8), "the kernel's half is shared");
    space.protect(CODE + 0x1000, Rights.READ);
    assertEquals(FRAME >> 2 | 0b0101_0011, entry(CODE + 0x1000, topLevel));
  }

  @Test
  void userSpaceIsTheLowerHalf() {
    make(2, 0);
    assertEquals(1L << 38, AddressSpace.userEnd());
    assertEquals(-1, space.translate(1L << 38));
    make(3, 0);
    assertEquals(1L << 47, AddressSpace.userEnd());
    assertEquals(-1, space.translate(0xffff_ffc0_0000_0000L));
  }

  @Test
  void refusesWhatIsMappedAndTranslatesIt() {
    make(3, 0xffff);
    map(CODE, Rights.READ);
    assertEquals(
        AddressSpace.OCCUPIED, space.map(CODE, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL));
    assertEquals(FRAME + 0x123, space.translate(CODE + 0x123));
    assertEquals(-1, space.translate(CODE + 0x1000));
    space.unmap(CODE);
    assertEquals(-1, space.translate(CODE));
    Instructions.EVENTS.clear();
    space.unmap(CODE);
    space.unmap(1L << 37);
    assertEquals(List.of(), Instructions.EVENTS);
  }

  @Test
  void changesFlushThePageOfTheSpaceWhereverItIs() {
    make(2, 0xffff);
    map(CODE, Rights.READ);
    long tag = tag();
    Instructions.EVENTS.clear();
    space.protect(CODE, READ_WRITE);
    space.unmap(CODE);
    assertEquals(List.of("flush 400000 of " + tag, "flush 400000 of " + tag), Instructions.EVENTS);
  }

  @Test
  void spacesWithTagsKeepTheirTranslations() {
    make(2, 0xffff);
    long tag = tag();
    Instructions.EVENTS.clear();
    space.activate();
    space.activate();
    AddressSpace.activateKernel();
    assertEquals(
        List.of("satp=" + Long.toHexString(MODE | tag << 44 | ROOT >> 12), "satp=1"),
        Instructions.EVENTS);
  }

  @Test
  void spacesWithoutTagsAreFlushed() {
    make(2, 0);
    Instructions.EVENTS.clear();
    space.activate();
    assertEquals(
        List.of("satp=" + Long.toHexString(MODE | ROOT >> 12), "flush space 0"),
        Instructions.EVENTS);
  }

  @Test
  void faultThatTheTablesAllowByNowIsRefreshed() {
    make(3, 0xffff);
    map(CODE, Rights.READ);
    map(CODE + 0x1000, Rights.EXECUTE);
    assertFalse(AddressSpace.refresh(CODE, FaultKind.READ), "of no space");
    space.activate();
    assertTrue(AddressSpace.refresh(CODE + 8, FaultKind.READ));
    assertFalse(AddressSpace.refresh(CODE, FaultKind.WRITE));
    assertFalse(AddressSpace.refresh(CODE, FaultKind.EXECUTE));
    assertTrue(AddressSpace.refresh(CODE + 0x1000, FaultKind.EXECUTE));
    assertFalse(AddressSpace.refresh(CODE + 0x2000, FaultKind.READ));
    assertFalse(AddressSpace.refresh(-8, FaultKind.READ));
  }

  @Test
  void knowsHowLongInstructionsAre() {
    make(3, 0xffff);
    map(CODE, Rights.EXECUTE);
    space.activate();
    PhysicalMemory.write32(FRAME, 0x0010_9002); // c.ebreak, then the start of ebreak
    PhysicalMemory.write32(FRAME + 4, 0x0010_0073);
    assertEquals(2, AddressSpace.instructionBytes(CODE));
    assertEquals(4, AddressSpace.instructionBytes(CODE + 4));
    assertEquals(0, AddressSpace.instructionBytes(CODE + 0x1000));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void givesEveryTableBack(int topLevel) {
    make(topLevel, 0xffff);
    map(CODE, Rights.READ);
    map(0x10_0000_0000L, Rights.READ);
    map(AddressSpace.userEnd() - 0x1000, Rights.READ);
    Set<Long> expected = new HashSet<>();
    for (long frame = ROOT + 0x1000; frame < nextFrame; frame += 0x1000) {
      expected.add(frame);
    }
    assertEquals(topLevel == 2 ? 2 + 2 + 2 : 3 + 2 + 3, expected.size());
    Set<Long> taken = new HashSet<>();
    for (long frame = space.takeTable(); frame != 0; frame = space.takeTable()) {
      assertTrue(taken.add(frame));
    }
    assertEquals(expected, taken);
    assertEquals(ROOT, space.rootFrame());
    space.release();
    assertEquals(0, space.rootFrame());
  }

  private void make(int topLevel, long maximumTag) {
    PhysicalMemory.clear();
    AddressSpace.configure(topLevel, MODE, maximumTag);
    space = new AddressSpace();
    space.initialize(ROOT);
    nextFrame = ROOT + 0x1000;
  }

  /** The tag that {@link #make} flushed. */
  private static long tag() {
    String event = Instructions.EVENTS.get(0);
    long tag = Long.parseLong(event.substring("flush space ".length()));
    assertTrue(tag > 0 && tag < 0xffff, event);
    return tag;
  }

  private void map(long address, int protection) {
    int result = space.map(address, FRAME, protection, AddressSpace.MEMORY_NORMAL);
    while (result == AddressSpace.TABLE_MISSING) {
      space.supplyTable(address, nextFrame);
      nextFrame += 0x1000;
      result = space.map(address, FRAME, protection, AddressSpace.MEMORY_NORMAL);
    }
    assertEquals(0, result);
  }

  /** Walks the tables independently of the class under test. */
  private static long entry(long address, int topLevel) {
    long table = ROOT;
    long entry = 0;
    for (int shift = 12 + 9 * topLevel; shift >= 12; shift -= 9) {
      entry = PhysicalMemory.read64(table + (address >>> shift & 511) * 8);
      table = (entry >>> 10 & 0xfff_ffff_ffffL) << 12;
    }
    return entry;
  }
}
