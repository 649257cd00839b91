package edgex.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelPassagesTest {
  private static final long ENTRY = 0x200;
  private static final long STUB = 0x300;
  private static final long STUBS_END = 0x400;
  private static final long IDLE = 0x500;
  private static final long POLL = 0x600;
  private static final long OTHER = 0x900;

  private final KernelPassages passages =
      new KernelPassages(new KernelEntries(0x100, 0x1000, ENTRY, STUB, STUBS_END, IDLE, POLL));

  private void execute(long... addresses) {
    for (long address : addresses) {
      passages.accept(address);
    }
  }

  @Test
  void bootIsNoPassage() {
    execute(OTHER, OTHER, OTHER, OTHER, OTHER);
    execute(ENTRY, OTHER);
    passages.finish();
    assertEquals(2, passages.longest());
  }

  @Test
  void eachEntryBeginsOne() {
    execute(ENTRY, OTHER, OTHER, ENTRY, STUB + 4, STUB + 6, OTHER, OTHER, OTHER, STUB, OTHER);
    passages.finish();
    assertEquals(5, passages.longest());
    assertEquals(1, passages.count(3));
    assertEquals(1, passages.count(1));
    assertEquals(1, passages.count(5));
    assertEquals(1, passages.count(2));
  }

  @Test
  void waitingForAnInterruptIsNotIn() {
    execute(ENTRY, OTHER, IDLE, OTHER, IDLE, OTHER, OTHER, OTHER, STUB, OTHER, OTHER);
    passages.finish();
    assertEquals(3, passages.longest());
    assertEquals(1, passages.count(2));
  }

  @Test
  void pollsDivideAPassage() {
    execute(ENTRY, OTHER, OTHER, POLL, OTHER, OTHER, OTHER, POLL, OTHER, ENTRY, OTHER);
    passages.finish();
    assertEquals(9, passages.longest());
    assertEquals(4, passages.longestBetweenPolls());
  }

  @Test
  void aKernelWithoutASymbolIsRefused() {
    Map<String, Long> symbols = new HashMap<>();
    assertThrows(IllegalArgumentException.class, () -> KernelEntries.of(symbols));
  }
}
