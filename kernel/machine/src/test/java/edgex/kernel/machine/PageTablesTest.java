package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.arch.TreeMemory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk through page tables against a plain map of pages. */
class PageTablesTest {
  private static final int PAGE = AddressSpace.PAGE_SIZE_BYTES;
  private static final int RAM_BYTES = 4 << 20;
  private static final long ROOT = PhysicalMemory.BASE;
  private static final int HALF = PageTables.ENTRIES_PER_TABLE / 2;

  private long nextFrame;

  @BeforeEach
  void makeRoot() {
    TreeMemory.install(RAM_BYTES);
    PhysicalMemory.zeroPage(ROOT);
    nextFrame = ROOT + PAGE;
  }

  @Test
  void splitsAddressesIntoNineBitsALevel() {
    long address = 3L << 39 | 5L << 30 | 511L << 21 | 7L << 12 | 0xabc;
    assertEquals(3, PageTables.index(address, 3));
    assertEquals(5, PageTables.index(address, 2));
    assertEquals(511, PageTables.index(address, 1));
    assertEquals(7, PageTables.index(address, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void agreesWithMapOfPages(int topLevel) {
    long end = 1L << (PageTables.PAGE_BITS + PageTables.INDEX_BITS * (topLevel + 1) - 1);
    SplittableRandom random = new SplittableRandom(topLevel);
    Map<Long, Long> expected = new HashMap<>();
    for (int step = 0; step < 3_000; step++) {
      long address = page(random, end);
      long frame = (random.nextLong() & 0xffff_ffff_f000L) | 1;
      if (random.nextInt(3) == 0) {
        boolean mapped = expected.remove(address) != null;
        assertEquals(mapped, PageTables.unmap(ROOT, topLevel, address));
      } else {
        int result = map(topLevel, address, frame);
        boolean free = expected.putIfAbsent(address, frame) == null;
        assertEquals(free ? 0 : AddressSpace.OCCUPIED, result);
      }
      long looked = page(random, end);
      long entry = expected.getOrDefault(looked, 0L);
      assertEquals(
          entry == 0 ? -1 : entry - 1 + 0x123,
          PageTables.translate(ROOT, topLevel, looked + 0x123, end));
      assertEquals(entry != 0, PageTables.mappedSlot(ROOT, topLevel, looked) != 0);
    }
  }

  /** One of 64 pages, near each other and far from each other. */
  private static long page(SplittableRandom random, long end) {
    return random.nextInt(4) * (end >>> 2) + (random.nextInt(4) * 513L + random.nextInt(4)) * PAGE;
  }

  @Test
  void addressesOutsideOfUserSpaceAreNotMapped() {
    map(3, 0, PhysicalMemory.BASE | 1);
    assertEquals(PhysicalMemory.BASE, PageTables.translate(ROOT, 3, 0, PAGE));
    assertEquals(-1, PageTables.translate(ROOT, 3, PAGE, PAGE));
    assertEquals(-1, PageTables.translate(ROOT, 3, -1L << 48, PAGE));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void givesEveryTableOfTheUsersPartBack(int topLevel) {
    long kernelEntry = ROOT + (long) HALF * Long.BYTES;
    PhysicalMemory.write64(kernelEntry, 0x7000 | 1);
    long end = 1L << (PageTables.PAGE_BITS + PageTables.INDEX_BITS * (topLevel + 1) - 1);
    for (long address : new long[] {0, 5L << 30, end - PAGE}) {
      assertEquals(0, map(topLevel, address, 0x1000 | 1));
    }
    Set<Long> supplied = new HashSet<>();
    for (long frame = ROOT + PAGE; frame < nextFrame; frame += PAGE) {
      supplied.add(frame);
    }
    Set<Long> taken = new HashSet<>();
    for (long frame = PageTables.takeTable(ROOT, topLevel, HALF);
        frame != 0;
        frame = PageTables.takeTable(ROOT, topLevel, HALF)) {
      assertTrue(taken.add(frame), "taken twice");
    }
    assertEquals(supplied, taken);
    assertEquals(0x7000 | 1, PhysicalMemory.read64(kernelEntry));
    assertFalse(PageTables.unmap(ROOT, topLevel, 0), "its table is gone");
  }

  private int map(int topLevel, long address, long entry) {
    int result = PageTables.map(ROOT, topLevel, address, entry);
    while (result == AddressSpace.TABLE_MISSING) {
      PhysicalMemory.zeroPage(nextFrame);
      PageTables.supply(ROOT, topLevel, address, nextFrame);
      nextFrame += PAGE;
      result = PageTables.map(ROOT, topLevel, address, entry);
    }
    return result;
  }
}
