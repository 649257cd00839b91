package edgex.kernel.arch;

import edgex.kernel.machine.PageTables;
import edgex.kernel.machine.Unsigned;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The page tables of one process: three levels (Sv39) or four (Sv48), 4 KiB pages. See {@code
 * arch-api}.
 *
 * <p>The upper half of every top table is the kernel's and the same everywhere; its pages are
 * global. Each space has a tag of its own where the CPU has enough, and activating it keeps what
 * the TLB holds. The CPU may also remember that a page was <em>not</em> there: the fault that
 * follows is ended by {@link #refresh}.
 */
@StaticInit
@Unmanaged
public final class AddressSpace {
  /** The page size of every architecture here. */
  public static final int PAGE_SIZE_BYTES = 4096;

  /** {@link #map}: a table is missing; supply a zeroed frame and try again. */
  public static final int TABLE_MISSING = 1;

  /** {@link #map}: something is mapped there. */
  public static final int OCCUPIED = 2;

  /** Memory type of a mapping: ordinary cached memory. */
  public static final int MEMORY_NORMAL = 0;

  /** Memory type of a mapping: device registers, uncached, strongly ordered. */
  public static final int MEMORY_DEVICE = 1;

  private static final long USER_START = 0x1_0000;

  private static final int TOP_LEVEL_SV39 = 2;
  private static final int USER_TOP_ENTRIES = 256;
  private static final int TAG_SHIFT = 44;
  private static final int FRAME_SHIFT = 12;

  /** The lowest bits of an instruction of 4 bytes; those of 2 have any other. */
  private static final int LONG_INSTRUCTION = 0b11;

  private static int spacesMade;
  private static AddressSpace active;

  /** The level of top tables, the mode for satp, and the highest tag: all known after boot. */
  private static int topLevel = TOP_LEVEL_SV39;

  private static long mode;
  private static long maximumTag;

  private final int number;
  private long rootFrame;
  private long tag;
  private long translation;

  /** At boot. Spaces beyond the number of tags share tag 0 and are flushed at each activation. */
  public AddressSpace() {
    spacesMade++;
    number = spacesMade;
  }

  /** First user address that may be mapped (page 0 never is). */
  public static long userStart() {
    return USER_START;
  }

  /** First address above user space: half of what the top table reaches. */
  public static long userEnd() {
    int bits = PageTables.PAGE_BITS + PageTables.INDEX_BITS * (topLevel + 1) - 1;
    return 1L << (bits & 63);
  }

  /** What the CPU can do: the level of top tables, the mode for satp, the highest tag. */
  static void configure(int topLevelNumber, long translationMode, long highestTag) {
    topLevel = topLevelNumber;
    mode = translationMode;
    maximumTag = highestTag;
  }

  /**
   * Starts an empty space whose top table is the given zeroed frame; the kernel's part is shared.
   */
  public void initialize(long rootFramePhysical) {
    rootFrame = rootFramePhysical;
    tag = number <= maximumTag ? number : 0;
    translation = mode | (tag << TAG_SHIFT) | (rootFrame >>> FRAME_SHIFT);
    KernelSpace.share(rootFramePhysical);
    Instructions.flushSpace(tag);
  }

  /** The root frame, to be freed last; 0 when not initialised. */
  public long rootFrame() {
    return rootFrame;
  }

  /** Maps one page. Result: 0, {@link #TABLE_MISSING} or {@link #OCCUPIED}. */
  public int map(long virtualAddress, long physicalAddress, int protection, int memoryType) {
    return PageTables.map(
        rootFrame, topLevel, virtualAddress, PageTableEntry.page(physicalAddress, protection));
  }

  /** Gives a zeroed frame to be the missing table on the path to an address. */
  public void supplyTable(long virtualAddress, long framePhysical) {
    PageTables.supply(rootFrame, topLevel, virtualAddress, framePhysical);
  }

  /** Unmaps one page and flushes it from the TLBs; does nothing where nothing is mapped. */
  public void unmap(long virtualAddress) {
    if (PageTables.unmap(rootFrame, topLevel, virtualAddress)) {
      Instructions.flushPage(virtualAddress, tag);
    }
  }

  /** Changes the protection of one mapped page and flushes it. */
  public void protect(long virtualAddress, int protection) {
    long slot = PageTables.mappedSlot(rootFrame, topLevel, virtualAddress);
    if (slot != 0) {
      long entry = PhysicalMemory.read64(slot);
      PhysicalMemory.write64(slot, PageTableEntry.withProtection(entry, protection));
      Instructions.flushPage(virtualAddress, tag);
    }
  }

  /** Physical address of a mapped user address, or -1. */
  public long translate(long virtualAddress) {
    return PageTables.translate(rootFrame, topLevel, virtualAddress, userEnd());
  }

  /**
   * Takes one table frame out of a space that no thread uses any more, in bounded time; 0 when only
   * the root is left. To be called until 0, then the root frame is free.
   */
  public long takeTable() {
    return PageTables.takeTable(rootFrame, topLevel, USER_TOP_ENTRIES);
  }

  /** One CPU runs on this architecture so far. */
  public void flushOthers() {}

  /** Makes this the current space of this CPU. */
  public void activate() {
    if (active == this) {
      return;
    }
    active = this;
    Instructions.writeTranslation(translation);
    if (tag == 0) {
      Instructions.flushSpace(0);
    }
  }

  /** Forgets the root frame, which the kernel has freed. */
  public void release() {
    rootFrame = 0;
  }

  /** Makes tables with only the kernel's part current: any process may be destroyed then. */
  public static void activateKernel() {
    if (active != null) {
      active = null;
      Instructions.writeTranslation(KernelSpace.translation());
    }
  }

  /**
   * A page fault of the thread that runs: makes the CPU look at the tables again.
   *
   * @param kind of access ({@code FaultKind})
   * @return whether they allow the access now
   */
  static boolean refresh(long virtualAddress, int kind) {
    if (active == null || !PageTableEntry.allows(active.entry(virtualAddress), kind)) {
      return false;
    }
    Instructions.flushPage(virtualAddress, active.tag);
    Instructions.flushInstructions();
    return true;
  }

  /**
   * Length of the instruction at an address of the current space: 2 or 4; 0 where none is mapped.
   */
  static int instructionBytes(long virtualAddress) {
    long physical = active == null ? -1 : active.translate(virtualAddress);
    if (physical < 0) {
      return 0;
    }
    boolean isLong = (PhysicalMemory.read16(physical) & LONG_INSTRUCTION) == LONG_INSTRUCTION;
    return isLong ? Integer.BYTES : Short.BYTES;
  }

  /** The entry of a user page; 0 when there is none. */
  private long entry(long virtualAddress) {
    if (!Unsigned.isBelow(virtualAddress, userEnd())) {
      return 0;
    }
    long slot = PageTables.mappedSlot(rootFrame, topLevel, virtualAddress);
    return slot == 0 ? 0 : PhysicalMemory.read64(slot);
  }
}
