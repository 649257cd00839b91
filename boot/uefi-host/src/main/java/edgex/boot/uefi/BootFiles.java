package edgex.boot.uefi;

import edgex.abi.BootImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Contents for the boot volume, small and good. */
public final class BootFiles {
  /** Where the kernel's file is. */
  public static final String KERNEL = "\\EDGEX\\KERNEL.ELF";

  /** Where the boot image's file is. */
  public static final String IMAGE = "\\EDGEX\\BOOT.IMG";

  /** Where the command line's file is. */
  public static final String COMMAND = "\\EDGEX\\COMMAND.TXT";

  /** How much memory the kernel takes. */
  public static final int KERNEL_BYTES = 0x6000;

  /** Where the kernel's first instruction is, behind its start. */
  public static final int ENTRY_DISTANCE = 0x10;

  private static final long VIRTUAL = 0xffff_ffff_8000_0000L;
  private static final int HEADER_BYTES = 64;
  private static final int SEGMENT_BYTES = 56;
  private static final int[] SEGMENT_CONTENT = {0x1000, 0x123};
  private static final int[] SEGMENT_PLACE = {0x1000, 0x3000};
  private static final int[] SEGMENT_MEMORY = {0x1000, 0x4000};
  private static final int IMAGE_BYTES = 3 * 4096;

  private BootFiles() {}

  /**
   * A kernel of two segments: text full of 1, data of 0x123 bytes of 2, and memory up to {@link
   * #KERNEL_BYTES} behind the first.
   */
  public static byte[] kernel(int machine, long physicalStart) {
    ByteBuffer file = ByteBuffer.allocate(0x3000).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0x464c457f).putShort((short) 0x0102);
    file.putShort(18, (short) machine);
    file.putLong(24, VIRTUAL + physicalStart + ENTRY_DISTANCE);
    file.putLong(32, HEADER_BYTES);
    file.putShort(54, (short) SEGMENT_BYTES).putShort(56, (short) (SEGMENT_CONTENT.length + 1));
    file.position(HEADER_BYTES);
    file.putInt(4).position(HEADER_BYTES + SEGMENT_BYTES); // a note: not loaded
    int offset = 0x1000;
    for (int i = 0; i < SEGMENT_CONTENT.length; i++) {
      long physical = physicalStart + SEGMENT_PLACE[i] - SEGMENT_PLACE[0];
      file.putInt(1).putInt(0).putLong(offset).putLong(VIRTUAL + physical).putLong(physical);
      file.putLong(SEGMENT_CONTENT[i]).putLong(SEGMENT_MEMORY[i]).putLong(4096);
      for (int at = 0; at < SEGMENT_CONTENT[i]; at++) {
        file.put(offset + at, (byte) (i + 1));
      }
      offset += SEGMENT_CONTENT[i];
    }
    return file.array();
  }

  /** A boot image without a program. */
  public static byte[] image() {
    ByteBuffer image = ByteBuffer.allocate(IMAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    image.putLong(BootImage.MAGIC_OFFSET, BootImage.MAGIC);
    image.putInt(BootImage.VERSION_OFFSET, BootImage.VERSION);
    image.putLong(BootImage.SIZE_OFFSET, IMAGE_BYTES);
    image.putLong(IMAGE_BYTES - 8, 77);
    long checksum = BootImage.CHECKSUM_START;
    for (int at = 0; at < IMAGE_BYTES; at += Long.BYTES) {
      checksum = BootImage.addToChecksum(checksum, image.getLong(at));
    }
    image.putLong(BootImage.CHECKSUM_OFFSET, checksum);
    return image.array();
  }

  /** A line of text. */
  public static byte[] command(String line) {
    return (line + "\r\nsecond line").getBytes(StandardCharsets.US_ASCII);
  }

  /** Puts all three files on a volume. */
  public static void putAll(SimulatedFirmware firmware, byte[] kernel) {
    firmware.put(KERNEL, kernel);
    firmware.put(IMAGE, image());
    firmware.put(COMMAND, command("image=default -- ls /"));
  }
}
