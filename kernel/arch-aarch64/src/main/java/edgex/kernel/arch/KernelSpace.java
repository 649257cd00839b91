package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.MemoryMap;
import edgex.kernel.machine.PageTables;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The kernel's half of the address space (TTBR1), the same whatever process runs. {@code boot.S}
 * made a first version; this completes it.
 *
 * <pre>
 *  0xffff000000000000  all RAM, read-write, never executable; the image's text and constants
 *                      read-only here too (pages of 2 MiB and 1 GiB, one table of 4 KiB pages)
 *  0xffffffff80000000  the image: text r-x, constants r--, data rw-, a hole below the stack
 *  0xffffffffbfe00000  device registers, 4 KiB each
 * </pre>
 */
@StaticInit
@Unmanaged
final class KernelSpace {
  private static final long DEVICE_WINDOW = 0xffff_ffff_bfe0_0000L;

  private static final long LARGE_PAGE_BYTES = 1L << 21;
  private static final long GIGABYTE = 1L << 30;

  /** RAM that one top-level entry reaches; more of it is not used. */
  private static final long DIRECT_MAP_BYTES = 512 * GIGABYTE;

  private static final long DATA_BLOCK =
      PageTableEntry.VALID
          | PageTableEntry.SHAREABLE
          | PageTableEntry.ACCESSED
          | PageTableEntry.KERNEL_NO_EXECUTE
          | PageTableEntry.USER_NO_EXECUTE;
  private static final long DEVICE_PAGE =
      PageTableEntry.VALID
          | PageTableEntry.TABLE
          | PageTableEntry.DEVICE
          | PageTableEntry.ACCESSED
          | PageTableEntry.KERNEL_NO_EXECUTE
          | PageTableEntry.USER_NO_EXECUTE;

  private static int devicePages;

  private KernelSpace() {}

  /** Makes the final mappings; the memory map must be known. */
  @BootOnly(reason = "called on the way from Start.main only")
  static void complete() {
    long imageGigabyte = KernelMemory.imageToPhysical(Instructions.imageStart()) & -GIGABYTE;
    long end = Math.min(MemoryMap.readableEnd(), DIRECT_MAP_BYTES);
    for (long start = 0; start < DIRECT_MAP_BYTES; start += GIGABYTE) {
      if (start == imageGigabyte) {
        dropUnusedOfImageGigabyte(start);
      } else {
        setGigabyte((int) (start / GIGABYTE), start < end ? gigabyteEntry(start) : 0);
      }
    }
    setEntry(Instructions.kernelTable(), PageTables.index(Instructions.kernelStackGuard(), 0), 0);
    Instructions.invalidateAll();
  }

  /**
   * Maps whole pages of device registers.
   *
   * @return the virtual address of the first register, or 0 when the window is full
   */
  static long mapDevice(long physicalAddress, long sizeBytes) {
    long offset = physicalAddress & (AddressSpace.PAGE_SIZE_BYTES - 1);
    long first = physicalAddress - offset;
    long pages = (offset + sizeBytes + AddressSpace.PAGE_SIZE_BYTES - 1) >>> PageTables.PAGE_BITS;
    if (sizeBytes <= 0 || pages > PageTables.ENTRIES_PER_TABLE - devicePages) {
      return 0;
    }
    long address = DEVICE_WINDOW + ((long) devicePages << PageTables.PAGE_BITS);
    for (int i = 0; i < pages; i++) {
      setEntry(
          Instructions.deviceTable(),
          devicePages,
          (first + ((long) i << PageTables.PAGE_BITS)) | DEVICE_PAGE);
      Instructions.invalidateKernelPage(
          pageNumber(DEVICE_WINDOW + ((long) devicePages << PageTables.PAGE_BITS)));
      devicePages++;
    }
    return address + offset;
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

  /** End of what {@code boot.S} has mapped around an address inside the image's GiB. */
  static long bootMapEnd(long physicalAddress) {
    return (physicalAddress & -GIGABYTE) + GIGABYTE;
  }

  /** {@code boot.S} has mapped all of it; a stray access where no memory is shall fault. */
  private static void dropUnusedOfImageGigabyte(long gigabyteStart) {
    long image = KernelMemory.imageToPhysical(Instructions.imageStart()) & -LARGE_PAGE_BYTES;
    for (int i = 0; i < PageTables.ENTRIES_PER_TABLE; i++) {
      long start = gigabyteStart + i * LARGE_PAGE_BYTES;
      if (start != image && !MemoryMap.overlapsReadable(start, start + LARGE_PAGE_BYTES)) {
        setEntry(Instructions.directDirectory(), i, 0);
      }
    }
  }

  @BootOnly(reason = "called on the way from Start.main only")
  private static long gigabyteEntry(long start) {
    if (MemoryMap.coversReadable(start, start + GIGABYTE)) {
      return start | DATA_BLOCK;
    }
    if (!MemoryMap.overlapsReadable(start, start + GIGABYTE)) {
      return 0;
    }
    long directory = allocateTable();
    for (int i = 0; i < PageTables.ENTRIES_PER_TABLE; i++) {
      long page = start + i * LARGE_PAGE_BYTES;
      boolean mapped = MemoryMap.overlapsReadable(page, page + LARGE_PAGE_BYTES);
      setEntry(directory, i, mapped ? page | DATA_BLOCK : 0);
    }
    return PageTableEntry.table(KernelMemory.heapToPhysical(directory));
  }

  /** A valid entry never changes into another valid one: translations of both could be cached. */
  private static void setGigabyte(int index, long entry) {
    long pointers = Instructions.directPointers();
    long before = KernelMemory.read64(pointers + (long) index * Long.BYTES);
    if (before != 0 && before != entry) {
      setEntry(pointers, index, 0);
      Instructions.invalidateAll();
    }
    setEntry(pointers, index, entry);
  }

  /** One zeroed, aligned frame of the heap. */
  @BootOnly(reason = "called on the way from Start.main only")
  private static long allocateTable() {
    long[] words = new long[2 * PageTables.ENTRIES_PER_TABLE];
    return (Address.ofData(words).toLong() + AddressSpace.PAGE_SIZE_BYTES - 1)
        & -AddressSpace.PAGE_SIZE_BYTES;
  }

  /** What the instruction that drops a translation wants: bits 12 to 55 of the address. */
  private static long pageNumber(long address) {
    return (address << Byte.SIZE) >>> (Byte.SIZE + PageTables.PAGE_BITS);
  }

  private static void setEntry(long table, int index, long entry) {
    KernelMemory.write64(table + (long) index * Long.BYTES, entry);
  }
}
