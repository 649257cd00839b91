package edgex.kernel.machine;

import edgex.abi.declare.BootOnly;
import edgex.kernel.arch.AddressSpace;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * What the boot loader said in the {@link DeviceTree} about memory, boot image and command line,
 * kept when the tree's own memory is used for other things.
 */
@StaticInit
@Unmanaged
public final class BootResources {
  private static final int MAXIMUM_COMMAND_LINE_BYTES = 2048;

  private static long totalBytes;
  private static long bootImageStart;
  private static long bootImageSizeBytes;
  private static byte[] commandLine;
  private static int commandLineLength;

  private BootResources() {}

  /**
   * Learns all from the tree that is open.
   *
   * @param reachableEnd memory from this address on is not used
   */
  @BootOnly(reason = "allocates")
  public static void learn(long reachableEnd) {
    MemoryMap.initialize();
    if (!DeviceMemory.describe()) {
      ConsoleText.writeLine("EdgeX: the memory map is too long, its end is ignored");
    }
    MemoryMap.collectFree();
    MemoryMap.remove(0, AddressSpace.PAGE_SIZE_BYTES);
    MemoryMap.remove(reachableEnd, Long.MAX_VALUE - AddressSpace.PAGE_SIZE_BYTES);
    bootImageStart = MachineDescription.bootImageStart();
    bootImageSizeBytes = MachineDescription.bootImageSizeBytes();
    totalBytes = MemoryMap.describedBytes(MemoryMap.TYPE_RAM);
    copyCommandLine(MachineDescription.commandLine());
  }

  /** All RAM of the machine, whoever uses it. */
  public static long totalBytes() {
    return totalBytes;
  }

  /** Physical start of the boot image; 0 when there is none. */
  public static long bootImageStart() {
    return bootImageStart;
  }

  /** Size of the boot image; 0 when there is none. */
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

  @BootOnly(reason = "allocates")
  private static void copyCommandLine(int property) {
    commandLine = new byte[MAXIMUM_COMMAND_LINE_BYTES];
    commandLineLength = 0;
    int bytes = Math.min(DeviceTree.valueBytes(property), MAXIMUM_COMMAND_LINE_BYTES);
    while (commandLineLength < bytes && DeviceTree.valueByte(property, commandLineLength) != 0) {
      commandLine[commandLineLength] = (byte) DeviceTree.valueByte(property, commandLineLength);
      commandLineLength++;
    }
  }
}
