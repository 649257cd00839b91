package edgex.kernel.arch;

import edgex.kernel.machine.MemoryMap;
import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What a PVH boot loader hands over (Xen, {@code public/arch-x86/hvm/start_info.h}):
 *
 * <pre>
 *  start information                          module           memory map entry
 *   0 u32 magic        24 u64 command line     0 u64 address    0 u64 address
 *   4 u32 version      32 u64 RSDP             8 u64 size       8 u64 size
 *   8 u32 flags        40 u64 memory map      16 u64 arguments 16 u32 type
 *  12 u32 module count 48 u32 map entries     24 u64 reserved  20 u32 reserved
 *  16 u64 modules      52 u32 reserved
 * </pre>
 *
 * <p>Nothing here allocates: the heap's own place is found with it.
 */
@StaticInit
@Unmanaged
final class StartInformation {
  private static final int MAGIC = 0x336ec578;
  private static final int MAGIC_OFFSET = 0;
  private static final int VERSION_OFFSET = 4;
  private static final int MODULE_COUNT_OFFSET = 12;
  private static final int MODULES_OFFSET = 16;
  private static final int COMMAND_LINE_OFFSET = 24;
  private static final int RSDP_OFFSET = 32;
  private static final int MEMORY_MAP_OFFSET = 40;
  private static final int MEMORY_MAP_ENTRIES_OFFSET = 48;

  private static final int MODULE_SIZE_OFFSET = 8;
  private static final int RANGE_BYTES = 24;
  private static final int RANGE_SIZE_OFFSET = 8;
  private static final int RANGE_TYPE_OFFSET = 16;

  /** What the boot page tables map. */
  private static final long BOOT_MAPPED_BYTES = 1L << 30;

  private StartInformation() {}

  /** Whether a loader of this protocol, with a memory map, started the kernel. */
  static boolean isValid(long information) {
    return information > 0
        && information < BOOT_MAPPED_BYTES
        && PhysicalMemory.read32(information + MAGIC_OFFSET) == MAGIC
        && PhysicalMemory.read32(information + VERSION_OFFSET) >= 1
        && PhysicalMemory.read64(information + MEMORY_MAP_OFFSET) > 0
        && PhysicalMemory.read64(information + MEMORY_MAP_OFFSET) < BOOT_MAPPED_BYTES;
  }

  /** Physical address of the first module; 0 without one. */
  static long moduleStart(long information) {
    long modules = modules(information);
    return modules == 0 ? 0 : PhysicalMemory.read64(modules);
  }

  /** Size of the first module; 0 without one. */
  static long moduleSizeBytes(long information) {
    long modules = modules(information);
    return modules == 0 ? 0 : PhysicalMemory.read64(modules + MODULE_SIZE_OFFSET);
  }

  /** Physical address of the command line, which ends with a zero byte; 0 without one. */
  static long commandLine(long information) {
    long text = PhysicalMemory.read64(information + COMMAND_LINE_OFFSET);
    return text > 0 && text < BOOT_MAPPED_BYTES ? text : 0;
  }

  /** Physical address of the ACPI root pointer; 0 when the loader does not know. */
  static long rootPointer(long information) {
    return PhysicalMemory.read64(information + RSDP_OFFSET);
  }

  static int rangeCount(long information) {
    return Math.min(
        PhysicalMemory.read32(information + MEMORY_MAP_ENTRIES_OFFSET), MemoryMap.MAXIMUM_RANGES);
  }

  static long rangeStart(long information, int index) {
    return PhysicalMemory.read64(range(information, index));
  }

  static long rangeSizeBytes(long information, int index) {
    return PhysicalMemory.read64(range(information, index) + RANGE_SIZE_OFFSET);
  }

  static int rangeType(long information, int index) {
    return PhysicalMemory.read32(range(information, index) + RANGE_TYPE_OFFSET);
  }

  /**
   * Where the heap must end that begins at physical address {@code start}: at the end of that RAM
   * range, of the boot mapping, or at the boot image; 0 when the loader gave nothing usable. Called
   * by the assembly before there is a heap.
   */
  @Export(name = "boot_heap_end")
  static long heapEnd(long information, long start) {
    if (!isValid(information)) {
      return 0;
    }
    long end = 0;
    for (int i = 0; i < rangeCount(information); i++) {
      long rangeStart = rangeStart(information, i);
      long rangeEnd = rangeStart + rangeSizeBytes(information, i);
      if (rangeType(information, i) == MemoryMap.TYPE_RAM
          && rangeStart <= start
          && start < rangeEnd) {
        end = Math.min(rangeEnd, BOOT_MAPPED_BYTES);
      }
    }
    long module = moduleStart(information);
    return module >= start && module < end ? module : end;
  }

  private static long modules(long information) {
    long modules = PhysicalMemory.read64(information + MODULES_OFFSET);
    boolean present = PhysicalMemory.read32(information + MODULE_COUNT_OFFSET) > 0;
    return present && modules > 0 && modules < BOOT_MAPPED_BYTES ? modules : 0;
  }

  private static long range(long information, int index) {
    return PhysicalMemory.read64(information + MEMORY_MAP_OFFSET) + (long) index * RANGE_BYTES;
  }
}
