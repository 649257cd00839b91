package edgex.boot.uefi.start;

import edgex.boot.uefi.CommandLine;
import edgex.boot.uefi.FirmwareMemory;
import edgex.boot.uefi.Memory;
import edgex.boot.uefi.Pages;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What a PVH kernel is given (Xen, {@code public/arch-x86/hvm/start_info.h}), in one block:
 *
 * <pre>
 *     0  start information           64  module             4096  command line
 *         0 u32 magic                     0 u64 address     8192  memory map
 *         4 u32 version                   8 u64 size               0 u64 address
 *        12 u32 module count                                       8 u64 size
 *        16 u64 modules                                           16 u32 type
 *        24 u64 command line
 *        32 u64 RSDP
 *        40 u64 memory map
 *        48 u32 map entries
 * </pre>
 */
@StaticInit
@Unmanaged
final class StartInformation {
  /** The kernel reads the block before it maps more than this. */
  private static final long END = 1L << 30;

  private static final int MAGIC = 0x336e_c578;
  private static final int VERSION = 1;
  private static final int VERSION_OFFSET = 4;
  private static final int MODULE_COUNT_OFFSET = 12;
  private static final int MODULES_OFFSET = 16;
  private static final int COMMAND_LINE_OFFSET = 24;
  private static final int RSDP_OFFSET = 32;
  private static final int MAP_OFFSET = 40;
  private static final int MAP_ENTRIES_OFFSET = 48;

  private static final int MODULE_PLACE = 64;
  private static final int COMMAND_LINE_PLACE = 4096;
  private static final int MAP_PLACE = 8192;
  private static final int RANGE_BYTES = 24;
  private static final int RANGE_TYPE_OFFSET = 16;
  private static final int MAXIMUM_RANGES = 1024;

  /** How long the block is. */
  static final long SIZE_BYTES = MAP_PLACE + (long) MAXIMUM_RANGES * RANGE_BYTES;

  private StartInformation() {}

  /**
   * Makes the block, all but the memory map.
   *
   * @return its address
   */
  static long create(long image, long imageBytes, long rootPointer) {
    long block = Pages.allocateBelow(END, SIZE_BYTES);
    Memory.clear(block, SIZE_BYTES);
    Memory.write32(block, MAGIC);
    Memory.write32(block + VERSION_OFFSET, VERSION);
    Memory.write32(block + MODULE_COUNT_OFFSET, 1);
    Memory.write64(block + MODULES_OFFSET, block + MODULE_PLACE);
    Memory.write64(block + MODULE_PLACE, image);
    Memory.write64(block + MODULE_PLACE + Long.BYTES, imageBytes);
    Memory.write64(block + COMMAND_LINE_OFFSET, block + COMMAND_LINE_PLACE);
    Memory.copy(block + COMMAND_LINE_PLACE, CommandLine.address(), CommandLine.lengthBytes() + 1L);
    Memory.write64(block + RSDP_OFFSET, rootPointer);
    Memory.write64(block + MAP_OFFSET, block + MAP_PLACE);
    return block;
  }

  /** Adds the memory map as last read; neighbours that are alike become one range. */
  static void addMemoryMap(long block) {
    int ranges = 0;
    for (int i = 0; i < FirmwareMemory.count(); i++) {
      long start = FirmwareMemory.start(i);
      long sizeBytes = FirmwareMemory.sizeBytes(i);
      int kind = FirmwareMemory.kind(i);
      long last = block + MAP_PLACE + (ranges - 1L) * RANGE_BYTES;
      if (ranges > 0
          && Memory.read32(last + RANGE_TYPE_OFFSET) == kind
          && Memory.read64(last) + Memory.read64(last + Long.BYTES) == start) {
        Memory.write64(last + Long.BYTES, Memory.read64(last + Long.BYTES) + sizeBytes);
      } else if (ranges < MAXIMUM_RANGES) {
        Memory.write64(last + RANGE_BYTES, start);
        Memory.write64(last + RANGE_BYTES + Long.BYTES, sizeBytes);
        Memory.write32(last + RANGE_BYTES + RANGE_TYPE_OFFSET, kind);
        ranges++;
      }
    }
    Memory.write32(block + MAP_ENTRIES_OFFSET, ranges);
  }
}
