package edgex.kernel.arch;

import edgex.abi.declare.BootOnly;
import edgex.kernel.machine.ConsoleText;
import edgex.kernel.machine.MemoryMap;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * What the boot code found, and the machine's power switch. See {@code arch-api}.
 *
 * <p>The kernel's heap lies right behind its image and grows while the kernel boots. The first
 * question about memory regions ends that: the heap is sealed, and what it did not use is reported.
 */
@StaticInit
@Unmanaged
public final class Platform {
  private static final int PORT_COUNT = 0x1_0000;
  private static final int MAXIMUM_COMMAND_LINE_BYTES = 2048;

  /** Physical addresses have 52 bits at most (SDM volume 3, 4.1.4). */
  private static final long PHYSICAL_END = 1L << 52;

  private static final int RESET_PORT = 0xcf9;
  private static final int RESET_FULL = 0x06;
  private static final int KEYBOARD_COMMAND = 0x64;
  private static final int KEYBOARD_PULSE_RESET = 0xfe;

  private static long bootImageStart;
  private static long bootImageSizeBytes;
  private static byte[] commandLine;
  private static int commandLineLength;
  private static long totalBytes;
  private static boolean heapSealed;

  private Platform() {}

  /**
   * Number of usable RAM regions, page-aligned, ascending, without the kernel and the boot image.
   */
  public static int memoryRegionCount() {
    if (!heapSealed) {
      heapSealed = true;
      MemoryMap.remove(
          KernelMemory.imageToPhysical(Instructions.imageStart()),
          KernelMemory.heapToPhysical(sealHeap()));
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
    return totalBytes;
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
    return commandLine[index] & 0xff;
  }

  /** Number of I/O ports. */
  public static int portCount() {
    return PORT_COUNT;
  }

  /** Reads a port; width 1, 2 or 4. */
  public static int portRead(int port, int widthBytes) {
    if (widthBytes == Byte.BYTES) {
      return Instructions.in8(port);
    }
    return widthBytes == Short.BYTES ? Instructions.in16(port) : Instructions.in32(port);
  }

  /** Writes a port; width 1, 2 or 4. */
  public static void portWrite(int port, int widthBytes, int value) {
    if (widthBytes == Byte.BYTES) {
      Instructions.out8(port, value);
    } else if (widthBytes == Short.BYTES) {
      Instructions.out16(port, value);
    } else {
      Instructions.out32(port, value);
    }
  }

  /**
   * Whether all of [start, start + size) may hold device registers: no RAM, and nothing that the
   * kernel drives itself. Both are multiples of the page size and not negative.
   */
  public static boolean isDeviceMemory(long startPhysical, long sizeBytes) {
    long end = startPhysical + sizeBytes;
    return end > startPhysical
        && end <= PHYSICAL_END
        && !MemoryMap.overlapsReadable(startPhysical, end)
        && !KernelSpace.hasDevice(startPhysical, end);
  }

  /** Writes one byte to the machine's first serial line, by polling: boot messages and panics. */
  public static void consoleWrite(int value) {
    Console.write(value);
  }

  /** Switches the machine off. Does not return where the machine can do it. */
  public static void powerOff() {
    AcpiPower.powerOff();
  }

  /**
   * Resets the machine: by ACPI, by the chip set, by the keyboard controller, by a triple fault.
   */
  public static void reset() {
    AcpiPower.reset();
    Instructions.out8(RESET_PORT, RESET_FULL);
    Instructions.out8(KEYBOARD_COMMAND, KEYBOARD_PULSE_RESET);
    Instructions.loadInterruptTable(0, 1);
    KernelMemory.write64(0, 0);
  }

  /**
   * Learns memory, boot image and command line; the loader's structures are not needed after it.
   */
  @BootOnly(reason = "called on the way from Start.main only")
  static void initialize(long information) {
    MemoryMap.initialize();
    boolean complete = true;
    for (int i = 0; i < StartInformation.rangeCount(information); i++) {
      complete &=
          MemoryMap.describe(
              StartInformation.rangeStart(information, i),
              StartInformation.rangeSizeBytes(information, i),
              StartInformation.rangeType(information, i));
    }
    if (!complete) {
      ConsoleText.writeLine("EdgeX: the memory map is too long, its end is ignored");
    }
    MemoryMap.collectFree();
    totalBytes = MemoryMap.freeBytes();
    bootImageStart = StartInformation.moduleStart(information);
    bootImageSizeBytes = StartInformation.moduleSizeBytes(information);
    MemoryMap.remove(0, AddressSpace.PAGE_SIZE_BYTES);
    MemoryMap.remove(bootImageStart, bootImageStart + bootImageSizeBytes);
    MemoryMap.remove(KernelSpace.directMapEnd(), Long.MAX_VALUE - AddressSpace.PAGE_SIZE_BYTES);
    copyCommandLine(StartInformation.commandLine(information));
  }

  @BootOnly(reason = "called on the way from Start.main only")
  private static void copyCommandLine(long text) {
    commandLine = new byte[MAXIMUM_COMMAND_LINE_BYTES];
    commandLineLength = 0;
    if (text == 0) {
      return;
    }
    int value = PhysicalMemory.read8(text);
    while (value != 0 && commandLineLength < MAXIMUM_COMMAND_LINE_BYTES) {
      commandLine[commandLineLength] = (byte) value;
      commandLineLength++;
      value = PhysicalMemory.read8(text + commandLineLength);
    }
  }

  @Import(name = "cpu_seal_heap")
  @Include(value = "cpu.h", isSystem = false)
  private static native long sealHeap();
}
