package edgex.kernel.arch;

import edgex.kernel.machine.BootResources;
import edgex.kernel.machine.MemoryMap;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * What the device tree says, and the machine's power switch. See {@code arch-api}.
 *
 * <p>The kernel's heap lies right behind its image and grows while the kernel boots. The first
 * question about memory regions ends that: the heap is sealed, and what it did not use is reported.
 */
@StaticInit
@Unmanaged
public final class Platform {
  /** Physical addresses have 56 bits at most (privileged architecture 1.12, 4.4). */
  private static final long PHYSICAL_END = 1L << 56;

  private static boolean heapSealed;

  private Platform() {}

  /**
   * Number of usable RAM regions, page-aligned, ascending, without the kernel and the boot image.
   */
  public static int memoryRegionCount() {
    if (!heapSealed) {
      heapSealed = true;
      MemoryMap.remove(Instructions.imagePhysical(), KernelMemory.heapToPhysical(sealHeap()));
    }
    return MemoryMap.freeCount();
  }

  /** Physical start of region {@code index}. */
  public static long memoryRegionStart(int index) {
    return MemoryMap.freeStart(index);
  }

  /** Size of region {@code index}. */
  public static long memoryRegionSizeBytes(int index) {
    return MemoryMap.freeEnd(index) - MemoryMap.freeStart(index);
  }

  /** All RAM of the machine, whoever uses it. */
  public static long memoryTotalBytes() {
    return BootResources.totalBytes();
  }

  /** Physical start of the boot image, page-aligned; 0 when there is none. */
  public static long bootImageStart() {
    return BootResources.bootImageStart();
  }

  /** Size of the boot image. */
  public static long bootImageSizeBytes() {
    return BootResources.bootImageSizeBytes();
  }

  /** Length of the kernel's command line. */
  public static int commandLineLength() {
    return BootResources.commandLineLength();
  }

  /** Byte {@code index} of the command line. */
  public static int commandLineByte(int index) {
    return BootResources.commandLineByte(index);
  }

  /** The architecture has no I/O ports. */
  public static int portCount() {
    return 0;
  }

  /** Never called: there are no ports. */
  public static int portRead(int port, int widthBytes) {
    return 0;
  }

  /** Never called: there are no ports. */
  public static void portWrite(int port, int widthBytes, int value) {}

  /**
   * Whether all of [start, start + size) may hold device registers: no RAM, and nothing that the
   * kernel drives itself. Both are multiples of the page size and not negative.
   */
  public static boolean isDeviceMemory(long startPhysical, long sizeBytes) {
    long end = startPhysical + sizeBytes;
    return end > startPhysical
        && end <= PHYSICAL_END
        && !MemoryMap.overlapsReadable(startPhysical, end)
        && !Interrupts.hasRegistersIn(startPhysical, end);
  }

  /** Writes one byte to the firmware's console: boot messages and panics. */
  public static void consoleWrite(int value) {
    Firmware.write(value);
  }

  /** Switches the machine off. Does not return where the machine can do it. */
  public static void powerOff() {
    Firmware.powerOff();
  }

  /** Resets the machine. */
  public static void reset() {
    Firmware.reset();
  }

  @Import(name = "cpu_seal_heap")
  @Include(value = "cpu.h", isSystem = false)
  private static native long sealHeap();
}
