package edgex.kernel.machine;

import edgex.kernel.arch.AddressSpace;
import edgex.kernel.arch.Platform;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** What the kernel asks of every machine and boot loader before it boots. */
@StaticInit
@Unmanaged
public final class BootRequirements {
  private static final long TOO_LITTLE_MEMORY_BYTES = 16L << 20;

  private BootRequirements() {}

  /**
   * The first requirement that is not met, in words for the console; null when all are.
   *
   * @param imageIsReadable whether all of the boot image lies in memory that the kernel reaches
   */
  public static String unmet(boolean imageIsReadable) {
    if (Platform.memoryTotalBytes() <= TOO_LITTLE_MEMORY_BYTES) {
      return "too little memory: give the machine more than 16 MiB";
    }
    long start = Platform.bootImageStart();
    if (start == 0 || Platform.bootImageSizeBytes() <= 0) {
      return "the boot loader gave no boot image (the first module or initial RAM disk, -initrd in"
          + " QEMU)";
    }
    if ((start & (AddressSpace.PAGE_SIZE_BYTES - 1)) != 0 || !imageIsReadable) {
      return "the boot image lies outside of memory or not on a page boundary";
    }
    return null;
  }
}
