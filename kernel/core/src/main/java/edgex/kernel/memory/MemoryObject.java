package edgex.kernel.memory;

import edgex.abi.ObjectType;
import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.object.KernelObject;
import edgex.kernel.object.KernelProcess;
import edgex.kernel.object.Reaper;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Physically contiguous pages, or a window of another memory object (a slice, which goes when that
 * goes).
 *
 * <p>Pages are zeroed before they are first mapped, not when they are allocated, so that creation
 * takes constant time: below {@link #zeroedPages} a page is zeroed or in use. A slice has no mark
 * of its own, it shares that of the memory it was first cut from ({@link #root}).
 */
@StaticInit
@Unmanaged
public final class MemoryObject extends KernelObject {
  /** All memory objects. */
  public static MemoryObject[] all;

  /** Physical address of the first page. */
  public long base;

  /** How many pages. */
  public int pages;

  /** Whether the pages go back to the allocator, and the charge for them to the payer. */
  public boolean ownsPages;

  /** How many pages from the start have been zeroed; only in a root. */
  public int zeroedPages;

  /** How the pages are mapped: a memory type of {@link AddressSpace}. */
  public int memoryType;

  /** The memory whose pages these are; its own index when it is not a slice. */
  public int root;

  /** The memory that this is a slice of. */
  public int slicedFrom = NONE;

  /** The newest slice of this. */
  public int firstSlice = NONE;

  /** The next slice of the same memory. */
  public int nextSlice = NONE;

  /** The slice before, of the same memory. */
  public int previousSlice = NONE;

  /** The newest mapping of this. */
  public int firstMapping = NONE;

  private MemoryObject(int index) {
    super(ObjectType.MEMORY, index);
  }

  /** At boot. */
  @BootOnly(reason = "allocates")
  public static KernelObject[] create(int count) {
    all = new MemoryObject[count];
    for (int i = 0; i < count; i++) {
      all[i] = new MemoryObject(i);
    }
    return all;
  }

  /** Makes this a memory of its own. */
  public void initialize(long physicalBase, int pageCount, int alreadyZeroed, boolean owns) {
    base = physicalBase;
    pages = pageCount;
    ownsPages = owns;
    zeroedPages = alreadyZeroed;
    memoryType = AddressSpace.MEMORY_NORMAL;
    root = index;
    slicedFrom = NONE;
  }

  /** Makes this device registers, which nobody allocates and nobody zeroes. */
  public void initializeDevice(long physicalBase, int pageCount) {
    initialize(physicalBase, pageCount, pageCount, false);
    memoryType = AddressSpace.MEMORY_DEVICE;
  }

  /** Makes this a window of another memory. */
  void initializeSlice(MemoryObject from, int firstPage, int pageCount) {
    base = from.base + ((long) firstPage << Frames.PAGE_SHIFT);
    pages = pageCount;
    ownsPages = false;
    memoryType = from.memoryType;
    root = from.root;
    slicedFrom = from.index;
    previousSlice = NONE;
    nextSlice = from.firstSlice;
    if (from.firstSlice != NONE) {
      all[from.firstSlice].previousSlice = index;
    }
    from.firstSlice = index;
  }

  /** Zeroes one more page if need be; true when everything below an address is fit to be mapped. */
  boolean zeroStep(long endPhysical) {
    MemoryObject owner = all[root];
    long next = owner.base + ((long) owner.zeroedPages << Frames.PAGE_SHIFT);
    if (next >= endPhysical || owner.zeroedPages == owner.pages) {
      return true;
    }
    PhysicalMemory.zeroPage(next);
    owner.zeroedPages++;
    return false;
  }

  /** One bounded step of taking a doomed memory apart; true when nothing is left. */
  public boolean destroyStep() {
    if (firstSlice != NONE) {
      Reaper.doomBefore(all[firstSlice], this);
      return false;
    }
    if (firstMapping != NONE) {
      Mappings.removeStep(firstMapping);
      return false;
    }
    if (slicedFrom != NONE) {
      unlinkSlice();
    }
    if (ownsPages) {
      Frames.free(base, pages);
      KernelProcess.all[payer].pagesUsed -= pages;
    }
    return true;
  }

  private void unlinkSlice() {
    if (nextSlice != NONE) {
      all[nextSlice].previousSlice = previousSlice;
    }
    if (previousSlice != NONE) {
      all[previousSlice].nextSlice = nextSlice;
    } else {
      all[slicedFrom].firstSlice = nextSlice;
    }
    slicedFrom = NONE;
    nextSlice = NONE;
    previousSlice = NONE;
  }
}
