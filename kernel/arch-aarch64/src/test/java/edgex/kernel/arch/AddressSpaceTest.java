package edgex.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.abi.Rights;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Page tables in simulated RAM, checked bit by bit against the Arm ARM's layout (D8.3). */
final class AddressSpaceTest {
  private static final long ROOT = 0x10_0000;
  private static final long CODE = 0x40_0000;
  private static final long FRAME = 0x30_0000;
  private static final long USER_NO_EXECUTE = 1L << 54;
  private static final long KERNEL_NO_EXECUTE = 1L << 53;

  /** Not global, accessed, user, page, valid. */
  private static final long PAGE = KERNEL_NO_EXECUTE | 0b1100_0100_0011;

  private static final long SHAREABLE = 0b11 << 8;
  private static final long READ_ONLY = 1 << 7;
  private static final int READ_WRITE = Rights.READ | Rights.WRITE;

  private AddressSpace space;
  private long nextFrame;

  /** The tag that the space was flushed with when it began. */
  private long tag;

  @BeforeEach
  void makeSpace() {
    PhysicalMemory.clear();
    AddressSpace.activateKernel();
    space = new AddressSpace();
    Instructions.EVENTS.clear();
    space.initialize(ROOT);
    nextFrame = ROOT + 0x1000;
    String event = Instructions.EVENTS.remove(0);
    tag = Long.parseUnsignedLong(event.substring("invalidate space ".length()), 16);
  }

  @Test
  void mapsWithTheRightBits() {
    map(CODE, Rights.READ | Rights.EXECUTE, AddressSpace.MEMORY_NORMAL);
    map(CODE + 0x1000, READ_WRITE, AddressSpace.MEMORY_NORMAL);
    map(CODE + 0x2000, READ_WRITE, AddressSpace.MEMORY_DEVICE);
    map(CODE + 0x3000, Rights.READ, AddressSpace.MEMORY_NORMAL);
    assertEquals(FRAME | PAGE | SHAREABLE | READ_ONLY, entry(CODE));
    assertEquals(FRAME | PAGE | SHAREABLE | USER_NO_EXECUTE, entry(CODE + 0x1000));
    assertEquals(FRAME | PAGE | USER_NO_EXECUTE | 1 << 2, entry(CODE + 0x2000));
    assertEquals(FRAME | PAGE | SHAREABLE | READ_ONLY | USER_NO_EXECUTE, entry(CODE + 0x3000));
  }

  @Test
  void codeIsPublishedBeforeItsPageIsThere() {
    map(CODE, Rights.READ, AddressSpace.MEMORY_NORMAL);
    Instructions.EVENTS.clear();
    map(CODE + 0x1000, Rights.READ | Rights.EXECUTE, AddressSpace.MEMORY_NORMAL);
    space.protect(CODE, Rights.READ | Rights.EXECUTE);
    String publish = "publish code " + Long.toHexString(KernelMemory.DIRECT_MAP + FRAME) + " 4096";
    assertEquals(
        List.of(
            publish, "publish tables", publish, "invalidate page " + Long.toHexString(page(CODE))),
        Instructions.EVENTS);
  }

  @Test
  void protectKeepsFrameAndMemoryType() {
    map(CODE, READ_WRITE, AddressSpace.MEMORY_DEVICE);
    space.protect(CODE, Rights.READ);
    assertEquals(FRAME | PAGE | READ_ONLY | USER_NO_EXECUTE | 1 << 2, entry(CODE));
    Instructions.EVENTS.clear();
    space.protect(CODE + 0x1000, READ_WRITE);
    assertEquals(List.of(), Instructions.EVENTS);
    assertEquals(-1, space.translate(CODE + 0x1000));
  }

  @Test
  void onlyWhatWasMappedIsFlushed() {
    map(CODE, Rights.READ, AddressSpace.MEMORY_NORMAL);
    assertEquals(FRAME + 0x123, space.translate(CODE + 0x123));
    assertEquals(
        AddressSpace.OCCUPIED, space.map(CODE, FRAME, Rights.READ, AddressSpace.MEMORY_NORMAL));
    Instructions.EVENTS.clear();
    space.unmap(CODE);
    space.unmap(CODE);
    space.unmap(1L << 40);
    assertEquals(List.of("invalidate page " + Long.toHexString(page(CODE))), Instructions.EVENTS);
    assertEquals(-1, space.translate(CODE));
  }

  @Test
  void activationKeepsTranslationsOfTaggedSpaces() {
    space.activate();
    space.activate();
    AddressSpace.activateKernel();
    assertEquals(
        List.of("table " + Long.toHexString(ROOT | tag), "table e000"), Instructions.EVENTS);
  }

  /** What TLBI takes: the page's number below the tag. */
  private long page(long address) {
    return address >>> 12 | tag;
  }

  private void map(long address, int protection, int memoryType) {
    int result = space.map(address, FRAME, protection, memoryType);
    while (result == AddressSpace.TABLE_MISSING) {
      space.supplyTable(address, nextFrame);
      nextFrame += 0x1000;
      result = space.map(address, FRAME, protection, memoryType);
    }
    assertEquals(0, result);
  }

  /** Walks the tables independently of the class under test; each must be one for all rights. */
  private static long entry(long address) {
    long table = ROOT;
    for (int shift = 39; shift > 12; shift -= 9) {
      long entry = PhysicalMemory.read64(table + (address >>> shift & 511) * 8);
      assertEquals(0b11, entry & ~0xffff_ffff_f000L);
      table = entry & 0xffff_ffff_f000L;
    }
    return PhysicalMemory.read64(table + (address >>> 12 & 511) * 8);
  }
}
