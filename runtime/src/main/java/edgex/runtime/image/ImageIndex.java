package edgex.runtime.image;

import edgex.abi.BootImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of files of a boot image (format: {@link BootImage}), checked once: every file lies
 * inside the image on a page boundary, and names ascend.
 */
public final class ImageIndex {
  private static final int PAGE_BYTES = 4096;
  private static final int MAXIMUM_ENTRIES = 65_536;

  private final List<ImageEntry> entries = new ArrayList<>();

  private ImageIndex() {}

  /** Reads and checks the table. */
  public static ImageIndex read(ImageMemory image) throws ImageFormatException {
    byte[] header = new byte[BootImage.SEGMENTS_OFFSET];
    require(image.sizeBytes() >= BootImage.ENTRIES_OFFSET, "the image has no header");
    image.read(0, header, 0, header.length);
    require(readLong(header, BootImage.MAGIC_OFFSET) == BootImage.MAGIC, "this is no boot image");
    require(
        readInt(header, BootImage.VERSION_OFFSET) == BootImage.VERSION,
        "the image has another version");
    int count = readInt(header, BootImage.ENTRY_COUNT_OFFSET);
    require(count >= 0 && count <= MAXIMUM_ENTRIES, "the image has too many files");
    long end = BootImage.ENTRIES_OFFSET + (long) count * BootImage.ENTRY_BYTES;
    require(end <= image.sizeBytes(), "the table of files ends outside the image");
    ImageIndex index = new ImageIndex();
    for (int i = 0; i < count; i++) {
      index.addEntry(image, i);
    }
    return index;
  }

  /** How many files there are. */
  public int size() {
    return entries.size();
  }

  /** The file at an index, in the order of names. */
  public ImageEntry get(int index) {
    return entries.get(index);
  }

  /** Index of the first entry whose name is not less than this. */
  public int lowerBound(String name) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).name().compareTo(name) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The file of a name, or null. */
  public ImageEntry find(String name) {
    int place = lowerBound(name);
    boolean found = place < entries.size() && entries.get(place).name().equals(name);
    return found ? entries.get(place) : null;
  }

  private void addEntry(ImageMemory image, int number) throws ImageFormatException {
    byte[] bytes = new byte[BootImage.ENTRY_BYTES];
    long place = BootImage.ENTRIES_OFFSET + (long) number * BootImage.ENTRY_BYTES;
    image.read(place, bytes, 0, bytes.length);
    int nameBytes = readInt(bytes, BootImage.ENTRY_NAME_BYTES_OFFSET);
    require(
        nameBytes > 0 && nameBytes <= BootImage.MAXIMUM_NAME_BYTES,
        "file " + number + " has no proper name");
    String name = new String(bytes, BootImage.ENTRY_NAME_OFFSET, nameBytes, StandardCharsets.UTF_8);
    long offset = readLong(bytes, BootImage.ENTRY_OFFSET_OFFSET);
    long sizeBytes = readLong(bytes, BootImage.ENTRY_SIZE_OFFSET);
    require(
        offset >= 0
            && offset % PAGE_BYTES == 0
            && sizeBytes >= 0
            && sizeBytes <= image.sizeBytes() - offset,
        name + " lies outside the image");
    require(
        entries.isEmpty() || entries.get(entries.size() - 1).name().compareTo(name) < 0,
        name + " is out of order");
    int flags = readInt(bytes, BootImage.ENTRY_FLAGS_OFFSET);
    boolean program = (flags & BootImage.FLAG_PROGRAM) != 0;
    entries.add(new ImageEntry(name, offset, sizeBytes, program));
  }

  private static void require(boolean condition, String message) throws ImageFormatException {
    if (!condition) {
      throw new ImageFormatException(message);
    }
  }

  private static int readInt(byte[] bytes, int offset) {
    return (bytes[offset] & 0xff)
        | (bytes[offset + 1] & 0xff) << 8
        | (bytes[offset + 2] & 0xff) << 16
        | bytes[offset + 3] << 24;
  }

  private static long readLong(byte[] bytes, int offset) {
    return (readInt(bytes, offset) & 0xffff_ffffL) | ((long) readInt(bytes, offset + 4) << 32);
  }
}
