package edgex.kernel.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Memory maps, tidy and untidy, against a bit for each page. */
final class MemoryMapTest {
  private static final int PAGES = 256;
  private static final long PAGE = 4096;

  @BeforeEach
  void initialize() {
    MemoryMap.initialize();
  }

  @Test
  void reservedWinsOverRam() {
    MemoryMap.describe(0, 10 * PAGE, MemoryMap.TYPE_RAM);
    MemoryMap.describe(4 * PAGE + 1, 1, MemoryMap.TYPE_RESERVED);
    MemoryMap.collectFree();
    assertEquals(2, MemoryMap.freeCount());
    assertEquals(4 * PAGE, MemoryMap.freeEnd(0));
    assertEquals(5 * PAGE, MemoryMap.freeStart(1));
    assertEquals(9 * PAGE, MemoryMap.freeBytes());
  }

  @Test
  void nonsenseIsIgnoredAndTooManyRangesAreReported() {
    assertTrue(MemoryMap.describe(-PAGE, 2 * PAGE, MemoryMap.TYPE_RAM));
    assertTrue(MemoryMap.describe(PAGE, Long.MAX_VALUE, MemoryMap.TYPE_RAM));
    assertTrue(MemoryMap.describe(PAGE, 0, MemoryMap.TYPE_RAM));
    MemoryMap.collectFree();
    assertEquals(0, MemoryMap.freeCount());
    for (int i = 0; i < MemoryMap.MAXIMUM_RANGES; i++) {
      assertTrue(MemoryMap.describe(2L * i * PAGE, PAGE, MemoryMap.TYPE_RAM));
    }
    assertFalse(MemoryMap.describe(0, PAGE, MemoryMap.TYPE_RAM));
  }

  @Test
  @Tag("fuzz")
  void randomMapsAgreeWithBits() {
    Random random = new Random(7);
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 5_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      MemoryMap.initialize();
      BitSet ram = new BitSet(PAGES);
      BitSet other = new BitSet(PAGES);
      for (int i = random.nextInt(12); i >= 0; i--) {
        describe(random, ram, other);
      }
      MemoryMap.collectFree();
      ram.andNot(other);
      for (int i = random.nextInt(4); i > 0; i--) {
        int first = random.nextInt(PAGES);
        int end = first + random.nextInt(PAGES - first + 1);
        MemoryMap.remove(first * PAGE, end * PAGE);
        ram.clear(first, end);
      }
      assertEquals(ram, free());
    }
  }

  private static void describe(Random random, BitSet ram, BitSet other) {
    int first = random.nextInt(PAGES);
    int pages = random.nextInt(PAGES - first) + 1;
    int type = 1 + random.nextInt(3);
    long cut = random.nextInt(2);
    MemoryMap.describe(first * PAGE + cut, pages * PAGE - 2 * cut, type);
    if (type == MemoryMap.TYPE_RAM) {
      ram.set(first + (int) cut, Math.max(first + (int) cut, first + pages - (int) cut));
    } else {
      other.set(first, first + pages);
    }
  }

  /** The free list as bits; fails when it is not ascending, disjoint and joined. */
  private static BitSet free() {
    BitSet bits = new BitSet(PAGES);
    long before = -1;
    for (int i = 0; i < MemoryMap.freeCount(); i++) {
      assertTrue(MemoryMap.freeStart(i) > before);
      assertTrue(MemoryMap.freeEnd(i) > MemoryMap.freeStart(i));
      before = MemoryMap.freeEnd(i);
      bits.set((int) (MemoryMap.freeStart(i) / PAGE), (int) (before / PAGE));
    }
    return bits;
  }
}
