package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.MemoryMap;
import edgex.kernel.machine.PageTables;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The kernel's half of every address space. {@code boot.S} made a first version; this completes it.
 *
 * <pre>
 *  0xffff800000000000  all RAM, read-write, never executable; the image's text and constants
 *                      read-only here too (pages of 2 MiB and 1 GiB, one table of 4 KiB pages)
 *  0xffffffff80a00000  the image: text r-x, constants r--, data rw-, a hole below the stack
 *  0xffffffffbfe00000  device registers, uncached, 4 KiB each
 * </pre>
 */
@StaticInit
@Unmanaged
final class KernelSpace {
  private static final int DIRECT_SLOT = 256;
  private static final int IMAGE_SLOT = 511;
  private static final long DEVICE_WINDOW = 0xffff_ffff_bfe0_0000L;
  private static final long IMAGE_PHYSICAL = 0xa0_0000;

  private static final long LARGE_PAGE_BYTES = 1L << 21;
  private static final long GIGABYTE = 1L << 30;

  /** RAM that one top-level entry reaches; more of it is not used. */
  private static final long DIRECT_MAP_BYTES = 512 * GIGABYTE;

  private static final long DATA_PAGE =
      PageTableEntry.PRESENT
          | PageTableEntry.WRITE
          | PageTableEntry.GLOBAL
          | PageTableEntry.NO_EXECUTE;
  private static final long DEVICE_PAGE =
      DATA_PAGE | PageTableEntry.CACHE_DISABLE | PageTableEntry.WRITE_THROUGH;
  private static final long INNER_TABLE = PageTableEntry.PRESENT | PageTableEntry.WRITE;

  private static int devicePages;

  private KernelSpace() {}

  /** Makes the final mappings; the memory map must be known. Drops the boot mapping below 1 GiB. */
  @BootOnly(reason = "called on the way from Start.main only")
  static void complete() {
    mapFirstGigabyte();
    mapFurtherGigabytes();
    protectImageInDirectMap();
    setEntry(Instructions.kernelTable(), pageIndex(Instructions.kernelStackGuard()), 0);
    setEntry(Instructions.topTable(), 0, 0);
    flushAll();
  }

  /** Physical address of the kernel's own top table. */
  static long topTablePhysical() {
    return KernelMemory.imageToPhysical(Instructions.topTable());
  }

  /** Puts the kernel's half into another top table. */
  static void share(long topFramePhysical) {
    shareSlot(topFramePhysical, DIRECT_SLOT);
    shareSlot(topFramePhysical, IMAGE_SLOT);
  }

  /**
   * Maps one page of device registers.
   *
   * @return its virtual address, or 0 when the window is full
   */
  static long mapDevice(long physicalAddress) {
    if (devicePages == PageTables.ENTRIES_PER_TABLE) {
      return 0;
    }
    long offset = physicalAddress & (AddressSpace.PAGE_SIZE_BYTES - 1);
    setEntry(Instructions.deviceTable(), devicePages, (physicalAddress - offset) | DEVICE_PAGE);
    long address = DEVICE_WINDOW + (long) devicePages * AddressSpace.PAGE_SIZE_BYTES + offset;
    devicePages++;
    return address;
  }

  /**
   * Maps a stack of some zeroed pages, above one that is left out.
   *
   * @return the address above it, or 0 when the window is full
   */
  static long mapStack(long physicalAddress, int pages) {
    if (devicePages + pages >= PageTables.ENTRIES_PER_TABLE) {
      return 0;
    }
    devicePages++;
    for (int i = 0; i < pages; i++) {
      long page = physicalAddress + (long) i * AddressSpace.PAGE_SIZE_BYTES;
      setEntry(Instructions.deviceTable(), devicePages, page | DATA_PAGE);
      devicePages++;
    }
    return DEVICE_WINDOW + (long) devicePages * AddressSpace.PAGE_SIZE_BYTES;
  }

  /**
   * A top table as the kernel's own, with two pages of 2 MiB at their physical addresses too: what
   * a CPU runs on for the moment between real mode and the kernel. The first 2 MiB of RAM, with the
   * code for that, are executable; the image's have the segment table. Physical.
   */
  @BootOnly(reason = "called on the way from Start.main only")
  static long makeStartTable() {
    long top = allocateTable();
    long pointers = allocateTable();
    long directory = allocateTable();
    long page = PageTableEntry.LARGE | INNER_TABLE;
    setEntry(directory, 0, page);
    int image = (int) (IMAGE_PHYSICAL / LARGE_PAGE_BYTES);
    setEntry(directory, image, IMAGE_PHYSICAL | page | PageTableEntry.NO_EXECUTE);
    setEntry(pointers, 0, KernelMemory.heapToPhysical(directory) | INNER_TABLE);
    setEntry(top, 0, KernelMemory.heapToPhysical(pointers) | INNER_TABLE);
    share(KernelMemory.heapToPhysical(top));
    return KernelMemory.heapToPhysical(top);
  }

  /** Whether a page of device registers that the kernel uses lies in [start, end). */
  static boolean hasDevice(long start, long end) {
    for (int i = 0; i < devicePages; i++) {
      long page =
          PageTableEntry.frame(
              KernelMemory.read64(Instructions.deviceTable() + (long) i * Long.BYTES));
      if (page < end && start < page + AddressSpace.PAGE_SIZE_BYTES) {
        return true;
      }
    }
    return false;
  }

  /** Whether the direct map has all of [start, start + sizeBytes). */
  static boolean isReadable(long start, long sizeBytes) {
    if (start < 0 || sizeBytes <= 0 || start >= DIRECT_MAP_BYTES || sizeBytes > GIGABYTE) {
      return false;
    }
    for (long chunk = start & -LARGE_PAGE_BYTES;
        chunk < start + sizeBytes;
        chunk += LARGE_PAGE_BYTES) {
      if (!MemoryMap.overlapsReadable(chunk, chunk + LARGE_PAGE_BYTES)) {
        return false;
      }
    }
    return true;
  }

  /** RAM that the direct map reaches ends here at the latest. */
  static long directMapEnd() {
    return DIRECT_MAP_BYTES;
  }

  private static void mapFirstGigabyte() {
    fillDirectory(Instructions.directDirectory(), 0);
  }

  @BootOnly(reason = "called on the way from Start.main only")
  private static void mapFurtherGigabytes() {
    long end = Math.min(MemoryMap.readableEnd(), DIRECT_MAP_BYTES);
    for (long start = GIGABYTE; start < end; start += GIGABYTE) {
      int index = (int) (start / GIGABYTE);
      if (CpuFeatures.hasGigabytePages() && MemoryMap.coversReadable(start, start + GIGABYTE)) {
        setEntry(Instructions.directPointers(), index, start | PageTableEntry.LARGE | DATA_PAGE);
      } else if (MemoryMap.overlapsReadable(start, start + GIGABYTE)) {
        long directory = allocateTable();
        fillDirectory(directory, start);
        setEntry(
            Instructions.directPointers(),
            index,
            KernelMemory.heapToPhysical(directory) | INNER_TABLE);
      }
    }
  }

  /** Maps those 2 MiB pages of a GiB that hold memory, so that a stray access elsewhere faults. */
  private static void fillDirectory(long directory, long gigabyteStart) {
    for (int i = 0; i < PageTables.ENTRIES_PER_TABLE; i++) {
      long start = gigabyteStart + i * LARGE_PAGE_BYTES;
      boolean mapped = MemoryMap.overlapsReadable(start, start + LARGE_PAGE_BYTES);
      setEntry(directory, i, mapped ? start | PageTableEntry.LARGE | DATA_PAGE : 0);
    }
  }

  /** The 2 MiB that hold the image: not even through its other address is code writable. */
  private static void protectImageInDirectMap() {
    long readOnlyEnd = KernelMemory.imageToPhysical(Instructions.constantsEnd());
    long table = Instructions.directTable();
    for (int i = 0; i < PageTables.ENTRIES_PER_TABLE; i++) {
      long physical = IMAGE_PHYSICAL + (long) i * AddressSpace.PAGE_SIZE_BYTES;
      long entry = physical | DATA_PAGE;
      setEntry(table, i, physical < readOnlyEnd ? entry & ~PageTableEntry.WRITE : entry);
    }
    setEntry(
        Instructions.directDirectory(),
        (int) (IMAGE_PHYSICAL / LARGE_PAGE_BYTES),
        KernelMemory.imageToPhysical(table) | INNER_TABLE);
  }

  /** One zeroed, aligned frame of the heap. */
  @BootOnly(reason = "called on the way from Start.main only")
  private static long allocateTable() {
    return allocatePages(1);
  }

  /** Zeroed, aligned frames of the heap, one after another. */
  @BootOnly(reason = "called on the way from Start.main only")
  static long allocatePages(int pages) {
    long[] words = new long[(pages + 1) * PageTables.ENTRIES_PER_TABLE];
    return (Address.ofData(words).toLong() + AddressSpace.PAGE_SIZE_BYTES - 1)
        & -AddressSpace.PAGE_SIZE_BYTES;
  }

  /** Reloading CR3 keeps global pages; switching them off and on drops everything. */
  private static void flushAll() {
    long control = Instructions.readCr4();
    Instructions.writeCr4(control & ~CpuControl.CR4_GLOBAL_PAGES);
    Instructions.writeCr4(control);
  }

  private static void shareSlot(long topFramePhysical, int slot) {
    long offset = (long) slot * Long.BYTES;
    PhysicalMemory.write64(
        topFramePhysical + offset, KernelMemory.read64(Instructions.topTable() + offset));
  }

  private static int pageIndex(long address) {
    return PageTables.index(address, 0);
  }

  private static void setEntry(long table, int index, long entry) {
    KernelMemory.write64(table + (long) index * Long.BYTES, entry);
  }
}
