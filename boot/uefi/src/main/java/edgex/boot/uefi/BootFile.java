package edgex.boot.uefi;

import edgex.abi.declare.BootOnly;
import edgex.abi.declare.DialectException;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** A file of the volume that the loader came from, in memory. */
@StaticInit
@Unmanaged
public final class BootFile {
  private static final long LOADED_IMAGE_LOW = 0x11d2_9562_5b1b_31a1L;
  private static final long LOADED_IMAGE_HIGH = 0x3b72_69c9_a000_3f8eL;
  private static final long FILE_SYSTEM_LOW = 0x11d2_6459_964e_5b22L;
  private static final long FILE_SYSTEM_HIGH = 0x3b72_69c9_a000_398eL;

  /** Firmware reads no more at a time: some have faults with more. */
  private static final long CHUNK_BYTES = 1 << 20;

  private static final int MAXIMUM_PATH_LENGTH = 255;

  private static long folder;
  private static long pathBuffer;

  private long address;
  private long sizeBytes;

  private BootFile() {}

  /** Opens the volume. Ends the loader when the firmware cannot read it. */
  public static void openVolume() {
    long image = Firmware.imageProtocol(LOADED_IMAGE_LOW, LOADED_IMAGE_HIGH);
    long system =
        image == 0 ? 0 : Firmware.deviceProtocol(image, FILE_SYSTEM_LOW, FILE_SYSTEM_HIGH);
    folder = system == 0 ? 0 : Firmware.openVolume(system);
    if (folder == 0) {
      Failure.exit("the firmware cannot read the volume that it loaded the boot loader from");
    }
    pathBuffer = Pages.allocate(Memory.PAGE_BYTES);
  }

  /** Reads a file that must be there; ends the loader with a message otherwise. */
  @BootOnly(reason = "allocates")
  public static BootFile read(String path) {
    BootFile file = readIfPresent(path);
    if (file == null) {
      Failure.exit(path, " is missing on the boot volume: write the disk image again");
    }
    return file;
  }

  /** Reads a file; null if there is none. Ends the loader when the device fails. */
  @BootOnly(reason = "allocates")
  public static BootFile readIfPresent(String path) {
    long handle = Firmware.open(folder, encode(path));
    if (handle == 0) {
      return null;
    }
    BootFile file = new BootFile();
    file.sizeBytes = Firmware.length(handle);
    if (file.sizeBytes < 0) {
      Failure.exit(path, ": the firmware cannot read the disk");
    }
    // One byte more: text gets a zero at its end.
    file.address = Pages.allocate(file.sizeBytes + 1);
    long done = 0;
    while (done < file.sizeBytes) {
      long wanted = Math.min(CHUNK_BYTES, file.sizeBytes - done);
      long count = Firmware.read(handle, file.address + done, wanted);
      if (count <= 0 || count > wanted) {
        Failure.exit(path, ": the firmware cannot read the disk");
      }
      done += count;
    }
    Memory.write8(file.address + file.sizeBytes, 0);
    return file;
  }

  /** Where the content is: on a page boundary, with a zero byte behind it. */
  public long address() {
    return address;
  }

  /** How long it is. */
  public long sizeBytes() {
    return sizeBytes;
  }

  @DialectException(rule = "library", reason = "characters of a literal, which is static data")
  private static long encode(String path) {
    int length = Math.min(path.length(), MAXIMUM_PATH_LENGTH);
    for (int i = 0; i < length; i++) {
      Memory.write16(pathBuffer + (long) i * Character.BYTES, path.charAt(i));
    }
    Memory.write16(pathBuffer + (long) length * Character.BYTES, 0);
    return pathBuffer;
  }
}
