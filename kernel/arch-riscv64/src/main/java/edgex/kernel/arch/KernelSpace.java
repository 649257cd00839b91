package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.debug.CommandLine;
import edgex.kernel.machine.MemoryMap;
import edgex.kernel.machine.PageTables;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The kernel's half of every address space. {@code boot.S} made a first version; this completes it.
 *
 * <pre>
 *  0xffffffc000000000  all RAM, read-write, never executable; the image's text and constants
 *                      read-only here too (pages of 2 MiB and 1 GiB, tables of 4 KiB pages)
 *  0xffffffff40000000  device registers, 2 MiB each
 *  0xffffffff80000000  the image: text r-x, constants r--, data rw-, a hole below the stack
 * </pre>
 *
 * <p>The root table has all of it. Under Sv39 each space's top table has a copy of its upper half,
 * under Sv48 an entry that points to it.
 */
@StaticInit
@Unmanaged
final class KernelSpace {
  private static final long MODE_SV39 = 8L << 60;
  private static final long MODE_SV48 = 9L << 60;
  private static final int TAG_SHIFT = 44;
  private static final long TAG_MASK = 0xffff;
  private static final int FRAME_SHIFT = 12;
  private static final int TOP_LEVEL_SV39 = 2;
  private static final int TOP_LEVEL_SV48 = 3;

  private static final int FIRST_KERNEL_SLOT = 256;
  private static final int LAST_SLOT = 511;
  private static final long DEVICE_WINDOW = 0xffff_ffff_4000_0000L;

  private static final long LARGE_PAGE_BYTES = 1L << 21;
  private static final long GIGABYTE = 1L << 30;

  private static long translation;
  private static int levels;
  private static int devicePages;

  private KernelSpace() {}

  /**
   * Makes the final mappings; memory map and command line must be known. The word {@code sv39}
   * keeps three levels where the CPU has four.
   */
  @BootOnly(reason = "called on the way from Start.main only")
  static void complete() {
    int slot = FIRST_KERNEL_SLOT;
    for (long start = 0; start < KernelMemory.DIRECT_MAP_END; start += GIGABYTE) {
      setEntry(Instructions.rootTable(), slot, directEntry(start));
      slot++;
    }
    setEntry(Instructions.imageTable(), PageTables.index(Instructions.kernelStackGuard(), 0), 0);
    chooseMode();
    Instructions.flushAll();
  }

  /** What satp holds while no process runs. */
  static long translation() {
    return translation;
  }

  /** How many levels the tables of processes have. */
  static int levels() {
    return levels;
  }

  /** Puts the kernel's half into another top table. */
  static void share(long topFramePhysical) {
    if (levels == TOP_LEVEL_SV48 + 1) {
      shareSlot(Instructions.topTable(), topFramePhysical, LAST_SLOT);
      return;
    }
    for (int slot = FIRST_KERNEL_SLOT; slot <= LAST_SLOT; slot++) {
      shareSlot(Instructions.rootTable(), topFramePhysical, slot);
    }
  }

  /**
   * Maps device registers.
   *
   * @return their virtual address, or 0 when there is no place for them
   */
  static long mapDevice(long physicalAddress, long sizeBytes) {
    long first = physicalAddress & -LARGE_PAGE_BYTES;
    long offset = physicalAddress - first;
    long window = (long) PageTables.ENTRIES_PER_TABLE * LARGE_PAGE_BYTES;
    long address = DEVICE_WINDOW + devicePages * LARGE_PAGE_BYTES + offset;
    if (physicalAddress < 0
        || sizeBytes <= 0
        || sizeBytes > window
        || address + sizeBytes > DEVICE_WINDOW + window) {
      return 0;
    }
    for (long page = 0; page < offset + sizeBytes; page += LARGE_PAGE_BYTES) {
      setEntry(
          Instructions.deviceDirectory(), devicePages, PageTableEntry.kernelData(first + page));
      devicePages++;
    }
    Instructions.flushAll();
    return address;
  }

  /** Whether the direct map has all of [start, start + sizeBytes). */
  static boolean isReadable(long start, long sizeBytes) {
    if (start < 0
        || sizeBytes <= 0
        || start >= KernelMemory.DIRECT_MAP_END
        || sizeBytes > GIGABYTE) {
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

  /** The entry for one GiB of physical memory: a large page, a table, or nothing without RAM. */
  @BootOnly(reason = "called on the way from Start.main only")
  private static long directEntry(long start) {
    boolean hasImage = overlapsImage(start, start + GIGABYTE);
    if (!hasImage && MemoryMap.coversReadable(start, start + GIGABYTE)) {
      return PageTableEntry.kernelData(start);
    }
    if (!hasImage && !MemoryMap.overlapsReadable(start, start + GIGABYTE)) {
      return 0;
    }
    long directory = allocateTable();
    for (int i = 0; i < PageTables.ENTRIES_PER_TABLE; i++) {
      long page = start + i * LARGE_PAGE_BYTES;
      if (overlapsImage(page, page + LARGE_PAGE_BYTES)) {
        setEntry(directory, i, protectedTable(page));
      } else if (MemoryMap.overlapsReadable(page, page + LARGE_PAGE_BYTES)) {
        setEntry(directory, i, PageTableEntry.kernelData(page));
      }
    }
    return PageTableEntry.table(KernelMemory.heapToPhysical(directory));
  }

  /** Two MiB with a part of the image: not even through its other address is code writable. */
  @BootOnly(reason = "called on the way from Start.main only")
  private static long protectedTable(long start) {
    long table = allocateTable();
    long codeStart = Instructions.imagePhysical();
    long codeEnd = KernelMemory.imageToPhysical(Instructions.constantsEnd());
    for (int i = 0; i < PageTables.ENTRIES_PER_TABLE; i++) {
      long page = start + (long) i * AddressSpace.PAGE_SIZE_BYTES;
      long entry = PageTableEntry.kernelData(page);
      boolean constant = codeStart <= page && page < codeEnd;
      setEntry(table, i, constant ? entry & ~PageTableEntry.WRITE : entry);
    }
    return PageTableEntry.table(KernelMemory.heapToPhysical(table));
  }

  private static boolean overlapsImage(long start, long end) {
    long imageEnd = KernelMemory.imageToPhysical(Instructions.kernelStackTop());
    return Instructions.imagePhysical() < end && start < imageEnd;
  }

  /** Four levels where the CPU takes them: it ignores a mode that it does not have. */
  private static void chooseMode() {
    long rootFrame = KernelMemory.imageToPhysical(Instructions.rootTable());
    long topFrame = KernelMemory.imageToPhysical(Instructions.topTable());
    setEntry(Instructions.topTable(), LAST_SLOT, PageTableEntry.table(rootFrame));
    translation = MODE_SV48 | (topFrame >>> FRAME_SHIFT);
    levels = TOP_LEVEL_SV48 + 1;
    if (!CommandLine.hasWord("sv39")) {
      Instructions.writeTranslation(translation);
    }
    if (Instructions.readTranslation() != translation) {
      translation = MODE_SV39 | (rootFrame >>> FRAME_SHIFT);
      levels = TOP_LEVEL_SV39 + 1;
    }
    // Writing ones to the tag tells how many of its bits there are.
    Instructions.writeTranslation(translation | (TAG_MASK << TAG_SHIFT));
    long maximumTag = (Instructions.readTranslation() >>> TAG_SHIFT) & TAG_MASK;
    Instructions.writeTranslation(translation);
    AddressSpace.configure(
        levels - 1, levels == TOP_LEVEL_SV48 + 1 ? MODE_SV48 : MODE_SV39, maximumTag);
  }

  /** One zeroed, aligned frame of the heap. */
  @BootOnly(reason = "called on the way from Start.main only")
  private static long allocateTable() {
    long[] words = new long[2 * PageTables.ENTRIES_PER_TABLE];
    return (Address.ofData(words).toLong() + AddressSpace.PAGE_SIZE_BYTES - 1)
        & -AddressSpace.PAGE_SIZE_BYTES;
  }

  private static void shareSlot(long table, long topFramePhysical, int slot) {
    long offset = (long) slot * Long.BYTES;
    PhysicalMemory.write64(topFramePhysical + offset, KernelMemory.read64(table + offset));
  }

  private static void setEntry(long table, int index, long entry) {
    KernelMemory.write64(table + (long) index * Long.BYTES, entry);
  }
}
