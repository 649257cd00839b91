package edgex.kernel.arch;

/**
 * The page tables of one process. Allocated at boot, one per process of the pool.
 *
 * <p>The kernel proper supplies every frame, so that it can charge it to a quota: {@link #map} and
 * {@link #supplyTable} work together. Protection is a set of {@code Rights.READ|WRITE|EXECUTE}.
 */
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

  /** At boot. */
  public AddressSpace() {}

  /** First user address that may be mapped (page 0 never is). */
  public static native long userStart();

  /** First address above user space. */
  public static native long userEnd();

  /**
   * Starts an empty space whose top table is the given zeroed frame; the kernel's part is shared.
   */
  public native void initialize(long rootFramePhysical);

  /** The root frame, to be freed last; 0 when not initialised. */
  public native long rootFrame();

  /** Maps one page. Result: 0, {@link #TABLE_MISSING} or {@link #OCCUPIED}. */
  public native int map(long virtualAddress, long physicalAddress, int protection, int memoryType);

  /** Gives a zeroed frame to be the missing table on the path to an address. */
  public native void supplyTable(long virtualAddress, long framePhysical);

  /** Unmaps one page and flushes it from this CPU's TLB; does nothing where nothing is mapped. */
  public native void unmap(long virtualAddress);

  /** Changes the protection of one mapped page and flushes it from this CPU's TLB. */
  public native void protect(long virtualAddress, int protection);

  /**
   * Waits until no other CPU uses a translation that {@link #unmap} or {@link #protect} has ended.
   * Comes before a page that was unmapped is used for anything else.
   */
  public native void flushOthers();

  /** Physical address of a mapped user address, or -1. */
  public native long translate(long virtualAddress);

  /**
   * Takes one table frame out of a space that no thread uses any more, in bounded time; 0 when only
   * the root is left. To be called until 0, then the root frame is free.
   */
  public native long takeTable();

  /** Forgets the root frame, which the caller frees; no CPU uses the space any more. */
  public native void release();

  /** Makes a space with only the kernel's part the current one of this CPU. */
  public static native void activateKernel();

  /** Makes this the current space of this CPU. */
  public native void activate();
}
