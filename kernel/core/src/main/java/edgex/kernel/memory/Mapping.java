package edgex.kernel.memory;

import edgex.abi.Errors;
import edgex.kernel.object.KernelObject;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * That pages of a memory object are visible in a process.
 *
 * <p>Invariant: of the range, the first {@link #mappedPages} pages are in the page tables, and no
 * other. A mapping whose {@link #ending} is not 0 only shrinks. It is in the tree of its process,
 * in the list of its memory, and in the list of the capability that it was made with: it lives as
 * long as all three. A message page has neither memory nor capability.
 */
@StaticInit
@Unmanaged
public final class Mapping {
  /** Place in the pool. */
  public final int index;

  /** Index of the process; {@code NONE}: free. */
  public int process = KernelObject.NONE;

  /** Index of the memory object; {@code NONE}: a thread's message page. */
  public int memory = KernelObject.NONE;

  /** Index of the capability that it was made with. */
  public int capability = KernelObject.NONE;

  /** First address. */
  public long address;

  /** Size in pages. */
  public int pages;

  /** First page of the memory object. */
  public int firstPage;

  /** Set of {@code Rights.READ|WRITE|EXECUTE}. */
  public int protection;

  /** How many pages are in the page tables. */
  public int mappedPages;

  /** How many pages have got {@link #nextProtection} already. */
  public int protectedPages;

  /** What the protection is being changed to. */
  public int nextProtection;

  /** 0, or that the mapping is being taken away, and what its maker will be told. */
  public int ending = Errors.NONE;

  /** Tree of the process, by address: mappings below. */
  int left = KernelObject.NONE;

  /** Tree: mappings above. */
  int right = KernelObject.NONE;

  /** Tree: the node over this one. */
  int parent = KernelObject.NONE;

  /** The next mapping of the same memory; of a free one, the next free one. */
  int nextOfMemory = KernelObject.NONE;

  /** The one before, of the same memory. */
  int previousOfMemory = KernelObject.NONE;

  /** The next mapping made with the same capability. */
  int nextOfCapability = KernelObject.NONE;

  /** The one before, made with the same capability. */
  int previousOfCapability = KernelObject.NONE;

  Mapping(int index) {
    this.index = index;
  }

  /** First address above. */
  public long end() {
    return address + ((long) pages << Frames.PAGE_SHIFT);
  }

  /** Whether all pages are in the page tables and stay there. */
  public boolean isComplete() {
    return mappedPages == pages && ending == Errors.NONE;
  }
}
