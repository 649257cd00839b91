package edgex.boot.uefi;

import edgex.abi.declare.BootOnly;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * The kernel: an ELF64 file, little-endian, for one processor (System V ABI, chapters 4 and 5). Its
 * segments are laid out by their physical addresses; the loader may move all of them together.
 */
@StaticInit
@Unmanaged
public final class KernelFile {
  private static final String PATH = "\\EDGEX\\KERNEL.ELF";

  private static final int HEADER_BYTES = 64;
  private static final int MAGIC = 0x464c_457f;
  private static final int CLASS_64_LITTLE_ENDIAN = 0x0102;
  private static final int CLASS_OFFSET = 4;
  private static final int MACHINE_OFFSET = 18;
  private static final int ENTRY_OFFSET = 24;
  private static final int SEGMENTS_OFFSET = 32;
  private static final int SEGMENT_BYTES_OFFSET = 54;
  private static final int SEGMENT_COUNT_OFFSET = 56;

  private static final int SEGMENT_BYTES = 56;
  private static final int TYPE_LOAD = 1;
  private static final int FILE_OFFSET = 8;
  private static final int VIRTUAL_OFFSET = 16;
  private static final int PHYSICAL_OFFSET = 24;
  private static final int FILE_BYTES_OFFSET = 32;
  private static final int MEMORY_BYTES_OFFSET = 40;

  /** No kernel is larger; sums of what is smaller do not wrap. */
  private static final long MAXIMUM_BYTES = 64 << 20;

  private static final long MAXIMUM_PHYSICAL = 1L << 48;

  private static long file;
  private static long fileBytes;
  private static long lowest;
  private static long end;
  private static long entryDistance;

  private KernelFile() {}

  /**
   * Reads and checks the kernel. Ends the loader when it is none for this processor.
   *
   * @param machine the processor's number in ELF headers
   */
  @BootOnly(reason = "allocates")
  public static void read(int machine) {
    BootFile kernel = BootFile.read(PATH);
    String problem = problem(kernel.address(), kernel.sizeBytes(), machine);
    if (problem != null) {
      Failure.exit(PATH, problem);
    }
  }

  /** What is wrong with a kernel, or null; then this class knows its segments. */
  static String problem(long address, long sizeBytes, int machine) {
    file = address;
    fileBytes = sizeBytes;
    lowest = Long.MAX_VALUE;
    end = 0;
    entryDistance = -1;
    if (sizeBytes < HEADER_BYTES || Memory.read32(address) != MAGIC) {
      return " is no ELF file: write the disk image again";
    }
    if (Memory.read16(address + CLASS_OFFSET) != CLASS_64_LITTLE_ENDIAN) {
      return " is no kernel of 64 bits, little-endian";
    }
    if (Memory.read16(address + MACHINE_OFFSET) != machine) {
      return " is a kernel for another processor";
    }
    if (!hasGoodSegments() || !findPlace() || !findEntry()) {
      return " is damaged: its ELF headers make no sense; write the disk image again";
    }
    return null;
  }

  /** The lowest physical address. */
  public static long physicalStart() {
    return lowest;
  }

  /** How much memory the kernel takes from there on. */
  public static long sizeBytes() {
    return end - lowest;
  }

  /** How far the first instruction is from the lowest address. */
  public static long entryDistance() {
    return entryDistance;
  }

  /** Lays the kernel out in memory of {@link #sizeBytes}. */
  public static void copyTo(long target) {
    Memory.clear(target, sizeBytes());
    for (int i = 0; i < segmentCount(); i++) {
      long segment = segment(i);
      if (isLoaded(segment)) {
        Memory.copy(
            target + field(segment, PHYSICAL_OFFSET) - lowest,
            file + field(segment, FILE_OFFSET),
            field(segment, FILE_BYTES_OFFSET));
      }
    }
  }

  private static boolean hasGoodSegments() {
    long start = field(file, SEGMENTS_OFFSET);
    if (Memory.read16(file + SEGMENT_BYTES_OFFSET) != SEGMENT_BYTES
        || !isWithin(start, (long) segmentCount() * SEGMENT_BYTES, fileBytes)) {
      return false;
    }
    for (int i = 0; i < segmentCount(); i++) {
      long segment = segment(i);
      long loadedBytes = field(segment, FILE_BYTES_OFFSET);
      long memoryBytes = field(segment, MEMORY_BYTES_OFFSET);
      if (isLoaded(segment)
          && (!isWithin(field(segment, FILE_OFFSET), loadedBytes, fileBytes)
              || !isWithin(field(segment, PHYSICAL_OFFSET), memoryBytes, MAXIMUM_PHYSICAL)
              || memoryBytes < loadedBytes)) {
        return false;
      }
    }
    return true;
  }

  private static boolean findPlace() {
    for (int i = 0; i < segmentCount(); i++) {
      long segment = segment(i);
      if (isLoaded(segment)) {
        long physical = field(segment, PHYSICAL_OFFSET);
        lowest = Math.min(lowest, physical);
        end = Math.max(end, physical + field(segment, MEMORY_BYTES_OFFSET));
      }
    }
    return lowest < end && end - lowest <= MAXIMUM_BYTES;
  }

  /** The entry point is a virtual address; what counts is its place in the segment that has it. */
  private static boolean findEntry() {
    long entry = field(file, ENTRY_OFFSET);
    for (int i = 0; i < segmentCount(); i++) {
      long segment = segment(i);
      long distance = entry - field(segment, VIRTUAL_OFFSET);
      if (isLoaded(segment) && distance >= 0 && distance < field(segment, FILE_BYTES_OFFSET)) {
        entryDistance = field(segment, PHYSICAL_OFFSET) + distance - lowest;
      }
    }
    return entryDistance >= 0;
  }

  private static boolean isWithin(long start, long sizeBytes, long limit) {
    return start >= 0 && sizeBytes >= 0 && sizeBytes <= limit && start <= limit - sizeBytes;
  }

  private static boolean isLoaded(long segment) {
    return Memory.read32(segment) == TYPE_LOAD && field(segment, MEMORY_BYTES_OFFSET) != 0;
  }

  private static int segmentCount() {
    return Memory.read16(file + SEGMENT_COUNT_OFFSET);
  }

  private static long segment(int index) {
    return file + field(file, SEGMENTS_OFFSET) + (long) index * SEGMENT_BYTES;
  }

  private static long field(long structure, int offset) {
    return Memory.read64(structure + offset);
  }
}
