package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.ConsoleText;
import edgex.kernel.machine.DeviceMemory;
import edgex.kernel.machine.DeviceTree;
import edgex.kernel.machine.MachineDescription;
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
  private static boolean heapSealed;
  private static long bootImageStart;
  private static long bootImageSizeBytes;
  private static int commandLine;
  private static int commandLineLength;

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
    return MemoryMap.ramBytes();
  }

  /** Physical start of the boot image, page-aligned; 0 when there is none. */
  public static long bootImageStart() {
    return bootImageStart;
  }

  /** Size of the boot image. */
  public static long bootImageSizeBytes() {
    return bootImageSizeBytes;
  }

  /** Length of the kernel's command line. */
  public static int commandLineLength() {
    return commandLineLength;
  }

  /** Byte {@code index} of the command line. */
  public static int commandLineByte(int index) {
    return DeviceTree.valueByte(commandLine, index);
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

  /** Learns memory from the device tree, which stays where it is. */
  @BootOnly(reason = "called on the way from Start.main only")
  static void initialize() {
    MemoryMap.initialize();
    if (!DeviceMemory.describe()) {
      ConsoleText.line("EdgeX: the memory map is too long, its end is ignored");
    }
    bootImageStart = MachineDescription.bootImageStart();
    bootImageSizeBytes = MachineDescription.bootImageSizeBytes();
    commandLine = MachineDescription.commandLine();
    commandLineLength = Math.max(DeviceTree.valueBytes(commandLine) - 1, 0);
    MemoryMap.collectFree();
    MemoryMap.remove(KernelMemory.DIRECT_MAP_END, Long.MAX_VALUE - AddressSpace.PAGE_SIZE_BYTES);
  }

  @Import(name = "cpu_seal_heap")
  @Include(value = "cpu.h", isSystem = false)
  private static native long sealHeap();
}
