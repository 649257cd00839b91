package edgex.kernel.boot;

import edgex.abi.BootImage;
import edgex.kernel.arch.PhysicalMemory;
import edgex.kernel.arch.Platform;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Whether what the boot loader put into memory is a whole boot image, as it was built. */
@StaticInit
@Unmanaged
final class BootImageCheck {
  private BootImageCheck() {}

  /** What is wrong with the image and what to do, or null. */
  static String problem() {
    long image = Platform.bootImageStart();
    long presentBytes = Platform.bootImageSizeBytes();
    if (image == 0) {
      return "no boot image: give the boot loader one (-initrd in QEMU)";
    }
    if (presentBytes < BootImage.ENTRIES_OFFSET) {
      return "the boot image is cut short: build and copy it again";
    }
    if (PhysicalMemory.read64(image + BootImage.MAGIC_OFFSET) != BootImage.MAGIC) {
      return "no boot image: the boot loader gave another kind of file";
    }
    if (PhysicalMemory.read32(image + BootImage.VERSION_OFFSET) != BootImage.VERSION) {
      return "boot image of another version: build it with this kernel";
    }
    long sizeBytes = PhysicalMemory.read64(image + BootImage.SIZE_OFFSET);
    if (sizeBytes > presentBytes) {
      return "the boot image is cut short: build and copy it again";
    }
    if (sizeBytes < BootImage.ENTRIES_OFFSET
        || (sizeBytes & (Long.BYTES - 1)) != 0
        || checksum(image, sizeBytes) != PhysicalMemory.read64(image + BootImage.CHECKSUM_OFFSET)) {
      return "the boot image is damaged: build and copy it again";
    }
    return null;
  }

  private static long checksum(long image, long sizeBytes) {
    long own = image + BootImage.CHECKSUM_OFFSET;
    long checksum = add(BootImage.CHECKSUM_START, image, own);
    checksum = BootImage.addToChecksum(checksum, 0);
    return add(checksum, own + Long.BYTES, image + sizeBytes);
  }

  private static long add(long checksum, long from, long to) {
    long sum = checksum;
    for (long word = from; word < to; word += Long.BYTES) {
      sum = BootImage.addToChecksum(sum, PhysicalMemory.read64(word));
    }
    return sum;
  }
}
