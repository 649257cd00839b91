package edgex.boot.uefi;

import edgex.abi.BootImage;
import edgex.abi.declare.BootOnly;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** The boot image: read, and checked before the firmware is gone that could show a message. */
@StaticInit
@Unmanaged
public final class BootImageFile {
  private static final String PATH = "\\EDGEX\\BOOT.IMG";

  private BootImageFile() {}

  /** Reads and checks it. Ends the loader when it is not what was built. */
  @BootOnly(reason = "allocates")
  public static BootFile read() {
    BootFile file = BootFile.read(PATH);
    String problem = problem(file.address(), file.sizeBytes());
    if (problem != null) {
      Failure.exit(PATH, problem);
    }
    return file;
  }

  /** What is wrong with an image, or null. */
  static String problem(long image, long presentBytes) {
    if (presentBytes < BootImage.ENTRIES_OFFSET) {
      return " is cut short: write the disk image again";
    }
    if (Memory.read64(image + BootImage.MAGIC_OFFSET) != BootImage.MAGIC) {
      return " is no boot image";
    }
    if (Memory.read32(image + BootImage.VERSION_OFFSET) != BootImage.VERSION) {
      return " is a boot image of another version: build it with this boot loader";
    }
    long sizeBytes = Memory.read64(image + BootImage.SIZE_OFFSET);
    if (sizeBytes > presentBytes) {
      return " is cut short: write the disk image again";
    }
    boolean whole = sizeBytes >= BootImage.ENTRIES_OFFSET && (sizeBytes & (Long.BYTES - 1)) == 0;
    if (!whole || checksum(image, sizeBytes) != Memory.read64(image + BootImage.CHECKSUM_OFFSET)) {
      return " is damaged: its checksum is wrong; write the disk image again";
    }
    return null;
  }

  private static long checksum(long image, long sizeBytes) {
    long sum = BootImage.CHECKSUM_START;
    for (long at = 0; at < sizeBytes; at += Long.BYTES) {
      boolean own = at == BootImage.CHECKSUM_OFFSET;
      sum = BootImage.addToChecksum(sum, own ? 0 : Memory.read64(image + at));
    }
    return sum;
  }
}
