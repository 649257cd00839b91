package edgex.kernel.arch;

import edgex.abi.BootImage;
import edgex.abi.Rights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a small boot image: a page of code, and a page of data that is two in memory. */
public final class HostImage {
  /** Where the root process's code is mapped. */
  public static final long CODE = 0x40_0000;

  /** Where the root process's data is mapped. */
  public static final long DATA = 0x60_0000;

  private static final int PAGE = AddressSpace.PAGE_SIZE_BYTES;
  private static final int PAGES = 4;

  private HostImage() {}

  /** A valid image. */
  public static byte[] create() {
    ByteBuffer image = ByteBuffer.allocate(PAGES * PAGE).order(ByteOrder.LITTLE_ENDIAN);
    image.putLong(BootImage.MAGIC_OFFSET, BootImage.MAGIC);
    image.putInt(BootImage.VERSION_OFFSET, BootImage.VERSION);
    image.putLong(BootImage.SIZE_OFFSET, image.capacity());
    image.putLong(BootImage.ENTRY_POINT_OFFSET, CODE);
    image.putInt(BootImage.SEGMENT_COUNT_OFFSET, 2);
    int first = BootImage.SEGMENTS_OFFSET;
    putSegment(image, first, 2L * PAGE, PAGE, CODE, PAGE, Rights.READ | Rights.EXECUTE);
    byte[] content = "hello world".getBytes(StandardCharsets.US_ASCII);
    image.put(3 * PAGE, content);
    int second = first + BootImage.SEGMENT_BYTES;
    int writable = Rights.READ | Rights.WRITE;
    putSegment(image, second, 3L * PAGE, content.length, DATA, 2L * PAGE, writable);
    return seal(image.array());
  }

  /** Puts the right checksum into an image of whole 64-bit words. */
  public static byte[] seal(byte[] image) {
    ByteBuffer words = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    words.putLong(BootImage.CHECKSUM_OFFSET, 0);
    long checksum = BootImage.CHECKSUM_START;
    for (int i = 0; i < image.length; i += Long.BYTES) {
      checksum = BootImage.addToChecksum(checksum, words.getLong(i));
    }
    words.putLong(BootImage.CHECKSUM_OFFSET, checksum);
    return image;
  }

  private static void putSegment(
      ByteBuffer image,
      int at,
      long offset,
      long fileBytes,
      long address,
      long memoryBytes,
      int protection) {
    image.putLong(at + BootImage.SEGMENT_OFFSET_OFFSET, offset);
    image.putLong(at + BootImage.SEGMENT_FILE_BYTES_OFFSET, fileBytes);
    image.putLong(at + BootImage.SEGMENT_ADDRESS_OFFSET, address);
    image.putLong(at + BootImage.SEGMENT_MEMORY_BYTES_OFFSET, memoryBytes);
    image.putLong(at + BootImage.SEGMENT_PROTECTION_OFFSET, protection);
  }
}
