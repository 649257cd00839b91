package edgex.services.bootfs;

import edgex.abi.BootImage;
import edgex.runtime.image.ImageMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A boot image in an array, written from the description of the format. */
final class ImageBytes implements ImageMemory {
  private static final int PAGE_BYTES = 4096;

  final ByteBuffer bytes;
  int sliceRights;

  private ImageBytes(int sizeBytes) {
    bytes = ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Each file's content is its own name; names ending in "*" are programs. */
  static ImageBytes of(String... names) {
    ImageBytes image = new ImageBytes(PAGE_BYTES * (2 + names.length));
    image.bytes.putLong(BootImage.MAGIC_OFFSET, BootImage.MAGIC);
    image.bytes.putInt(BootImage.VERSION_OFFSET, BootImage.VERSION);
    image.bytes.putInt(BootImage.ENTRY_COUNT_OFFSET, names.length);
    for (int i = 0; i < names.length; i++) {
      image.addFile(i, names[i]);
    }
    return image;
  }

  static int entryAt(int index) {
    return BootImage.ENTRIES_OFFSET + index * BootImage.ENTRY_BYTES;
  }

  private void addFile(int index, String marked) {
    boolean program = marked.endsWith("*");
    String name = program ? marked.substring(0, marked.length() - 1) : marked;
    byte[] content = name.getBytes(StandardCharsets.UTF_8);
    int entry = entryAt(index);
    int place = PAGE_BYTES * (2 + index);
    bytes.putLong(entry + BootImage.ENTRY_OFFSET_OFFSET, place);
    bytes.putLong(entry + BootImage.ENTRY_SIZE_OFFSET, content.length);
    bytes.putInt(entry + BootImage.ENTRY_FLAGS_OFFSET, program ? BootImage.FLAG_PROGRAM : 0);
    bytes.putInt(entry + BootImage.ENTRY_NAME_BYTES_OFFSET, content.length);
    bytes.put(entry + BootImage.ENTRY_NAME_OFFSET, content);
    bytes.put(place, content);
  }

  @Override
  public long sizeBytes() {
    return bytes.capacity();
  }

  @Override
  public void read(long offset, byte[] target, int targetOffset, int length) {
    bytes.get((int) offset, target, targetOffset, length);
  }

  @Override
  public int slice(long offset, long sizeBytes, int rights) {
    sliceRights = rights;
    return (int) (offset / PAGE_BYTES);
  }
}
