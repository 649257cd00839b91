package edgex.kernel.arch;

import edgex.kernel.machine.CpuRequests;
import edgex.kernel.machine.PageTables;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The page tables of one process: four levels, 4 KiB pages. See {@code arch-api}.
 *
 * <p>The upper half of every top table is the kernel's and the same everywhere; its pages are
 * global, so a change of CR3 keeps them in the TLB. Where the CPU has PCID each space has its own
 * tag, and activating it keeps its user pages too, unless a page was changed while it was away.
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

  /**
   * The last page of the lower half stays unmapped, so that no SYSCALL instruction can end at the
   * first non-canonical address.
   */
  private static final long USER_END = 0x0000_7fff_ffff_e000L;

  private static final int TOP_LEVEL = 3;
  private static final int USER_TOP_ENTRIES = 256;
  private static final int MAXIMUM_TAG = 4095;

  /** CR3 bit: keep what the TLB holds under this tag. */
  private static final long KEEP_TRANSLATIONS = 1L << 63;

  private static int spacesMade;

  private final int tag;
  private long rootFrame;

  /** What an activation loads into CR3 that drops what the TLB holds under the tag. */
  private long droppingControl;

  /** What the others load: keeps translations where there is a tag. */
  private long keepingControl;

  /** One bit for each CPU whose TLB may hold translations of this tag that have ended. */
  private long staleCpus;

  /** Whether translations have ended that other CPUs may use. */
  private boolean changed;

  /** At boot. Spaces beyond the number of tags share tag 0 and are flushed at each activation. */
  public AddressSpace() {
    spacesMade++;
    tag = CpuFeatures.hasPcid() && spacesMade <= MAXIMUM_TAG ? spacesMade : 0;
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
   * Starts an empty space whose top table is the given zeroed frame; the kernel's part is shared.
   * The space is not the current one: {@link #activateKernel} comes before its frames are freed.
   */
  public void initialize(long rootFramePhysical) {
    rootFrame = rootFramePhysical;
    droppingControl = rootFrame | tag;
    keepingControl = tag == 0 ? droppingControl : droppingControl | KEEP_TRANSLATIONS;
    staleCpus = tag == 0 ? 0 : (1L << (Cpu.count() & 63)) - 1;
    changed = false;
    KernelSpace.share(rootFramePhysical);
  }

  /** The root frame, to be freed last; 0 when not initialised. */
  public long rootFrame() {
    return rootFrame;
  }

  /** Maps one page. Result: 0, {@link #TABLE_MISSING} or {@link #OCCUPIED}. */
  public int map(long virtualAddress, long physicalAddress, int protection, int memoryType) {
    return PageTables.map(
        rootFrame,
        TOP_LEVEL,
        virtualAddress,
        PageTableEntry.page(physicalAddress, protection, memoryType));
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
    return PageTables.takeTable(rootFrame, TOP_LEVEL, USER_TOP_ENTRIES);
  }

  /** Makes this the current space of this CPU. */
  public void activate() {
    if (Instructions.activeSpace() == this) {
      return;
    }
    Instructions.setActiveSpace(this);
    if (staleCpus == 0) {
      Instructions.writeCr3(keepingControl);
    } else {
      activateStale(bit(Instructions.cpuIndex()));
    }
  }

  private void activateStale(long cpu) {
    Instructions.writeCr3((staleCpus & cpu) != 0 ? droppingControl : keepingControl);
    staleCpus &= ~cpu;
  }

  /** Another CPU has changed the current space of this one: drops what the TLB holds of it. */
  static void reload() {
    AddressSpace space = Instructions.activeSpace();
    if (space != null) {
      Instructions.writeCr3(space.droppingControl);
    }
  }

  /** Forgets the root frame, which the kernel has freed. */
  public void release() {
    rootFrame = 0;
  }

  /** Makes tables with only the kernel's part current: any process may be destroyed then. */
  public static void activateKernel() {
    if (Instructions.activeSpace() != null) {
      Instructions.setActiveSpace(null);
      Instructions.writeCr3(KernelSpace.topTablePhysical());
    }
  }

  /**
   * Waits until no other CPU uses a translation that {@link #unmap} or {@link #protect} has ended:
   * those that have this space drop them now, the others when they activate it.
   */
  public void flushOthers() {
    if (!changed) {
      return;
    }
    changed = false;
    for (int cpu = 0; cpu < Cpu.count(); cpu++) {
      if (cpu != Cpu.current()) {
        if (Instructions.activeSpaceOf(CpuBlock.of(cpu)) == this) {
          CpuRequests.post(cpu, CpuRequests.FLUSH);
          CpuRequests.await(cpu);
        } else {
          markStale(cpu);
        }
      }
    }
  }

  /** This CPU loses the page at once, or when it activates the space next. */
  private void flush(long virtualAddress) {
    if (Instructions.activeSpace() == this) {
      Instructions.invalidatePage(virtualAddress);
    } else {
      markStale(Cpu.current());
    }
    changed = Cpu.count() > 1;
  }

  private void markStale(int cpu) {
    if (tag != 0) {
      staleCpus |= bit(cpu);
    }
  }

  private static long bit(int cpu) {
    return 1L << (cpu & 63);
  }
}
