package edgex.kernel.arch;

import edgex.abi.Rights;
import edgex.kernel.machine.PageTables;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The page tables of one process: four levels, 4 KiB pages. See {@code arch-api}.
 *
 * <p>The kernel has tables of its own (TTBR1), so those of a process (TTBR0) hold nothing else.
 * Each space has its own tag (ASID) in the TLB, which an activation keeps; spaces beyond the number
 * of tags share tag 0 and are flushed at each activation.
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

  /** As on x86_64, where it cannot be more: a program that runs here shall run there. */
  private static final long USER_END = 0x0000_7fff_ffff_e000L;

  private static final int TOP_LEVEL = 3;
  private static final int TAG_SHIFT = 48;

  private static int spacesMade;
  private static AddressSpace active;

  /** The tag, where instructions and TTBR0 want it. */
  private final long tag;

  private long rootFrame;

  /** At boot. */
  public AddressSpace() {
    spacesMade++;
    tag = spacesMade <= CpuFeatures.maximumTag() ? (long) spacesMade << TAG_SHIFT : 0;
  }

  /** First user address that may be mapped (page 0 never is). */
  public static long userStart() {
    return USER_START;
  }

  /** First address above user space. */
  public static long userEnd() {
    return USER_END;
  }

  /**
   * Starts an empty space whose top table is the given zeroed frame. The space is not the current
   * one: {@link #activateKernel} comes before its frames are freed.
   */
  public void initialize(long rootFramePhysical) {
    rootFrame = rootFramePhysical;
    Instructions.invalidateSpace(tag);
  }

  /** The root frame, to be freed last; 0 when not initialised. */
  public long rootFrame() {
    return rootFrame;
  }

  /** Maps one page. Result: 0, {@link #TABLE_MISSING} or {@link #OCCUPIED}. */
  public int map(long virtualAddress, long physicalAddress, int protection, int memoryType) {
    publishCode(physicalAddress, protection);
    int result =
        PageTables.map(
            rootFrame,
            TOP_LEVEL,
            virtualAddress,
            PageTableEntry.page(physicalAddress, protection, memoryType));
    Instructions.publishTables();
    return result;
  }

  /** Gives a zeroed frame to be the missing table on the path to an address. */
  public void supplyTable(long virtualAddress, long framePhysical) {
    PageTables.supply(rootFrame, TOP_LEVEL, virtualAddress, framePhysical);
  }

  /** Unmaps one page and flushes it from the TLBs; does nothing where nothing is mapped. */
  public void unmap(long virtualAddress) {
    if (PageTables.unmap(rootFrame, TOP_LEVEL, virtualAddress)) {
      flush(virtualAddress);
    }
  }

  /** Changes the protection of one mapped page and flushes it. */
  public void protect(long virtualAddress, int protection) {
    long slot = PageTables.mappedSlot(rootFrame, TOP_LEVEL, virtualAddress);
    if (slot != 0) {
      long entry = PhysicalMemory.read64(slot);
      publishCode(PageTableEntry.frame(entry), protection);
      PhysicalMemory.write64(slot, PageTableEntry.withProtection(entry, protection));
      flush(virtualAddress);
    }
  }

  /** Physical address of a mapped user address, or -1. */
  public long translate(long virtualAddress) {
    return PageTables.translate(rootFrame, TOP_LEVEL, virtualAddress, USER_END);
  }

  /**
   * Takes one table frame out of a space that no thread uses any more, in bounded time; 0 when only
   * the root is left. To be called until 0, then the root frame is free.
   */
  public long takeTable() {
    return PageTables.takeTable(rootFrame, TOP_LEVEL, PageTables.ENTRIES_PER_TABLE);
  }

  /** Every flush reaches the TLBs of all CPUs and waits for them: nothing is left to do. */
  public void flushOthers() {}

  /** Makes this the current space of this CPU. */
  public void activate() {
    if (active == this) {
      return;
    }
    active = this;
    Instructions.writeUserTable(rootFrame | tag);
    if (tag == 0) {
      Instructions.invalidateSpace(tag);
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
      Instructions.writeUserTable(KernelMemory.imageToPhysical(Instructions.emptyTable()));
    }
  }

  private void flush(long virtualAddress) {
    Instructions.invalidatePage((virtualAddress >>> PageTables.PAGE_BITS) | tag);
  }

  /** What is about to become executable was written as data: instruction fetches must see it. */
  private static void publishCode(long framePhysical, int protection) {
    if ((protection & Rights.EXECUTE) != 0) {
      Instructions.publishCode(KernelMemory.DIRECT_MAP + framePhysical, PAGE_SIZE_BYTES);
    }
  }
}
