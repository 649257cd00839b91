package edgex.bench.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Sizes of the sections of an ELF64 file, by name (System V ABI, chapter 4). */
final class ElfSections {
  private static final int MAGIC = 0x464c457f;
  private static final int HEADERS_OFFSET = 40;
  private static final int COUNT_OFFSET = 60;
  private static final int NAMES_OFFSET = 62;
  private static final int HEADER_BYTES = 64;
  private static final int CONTENT_OFFSET = 24;
  private static final int SIZE_OFFSET = 32;

  private ElfSections() {}

  /**
   * Reads the sizes in bytes.
   *
   * @throws IllegalArgumentException if this is no little-endian ELF64 file, or it is cut off
   */
  static Map<String, Long> sizes(byte[] bytes) {
    ByteBuffer elf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      if (elf.getInt(0) != MAGIC) {
        throw new IllegalArgumentException("not an ELF file");
      }
      int headers = Math.toIntExact(elf.getLong(HEADERS_OFFSET));
      int count = Short.toUnsignedInt(elf.getShort(COUNT_OFFSET));
      if (headers + HEADER_BYTES * count > bytes.length) {
        throw new IllegalArgumentException("the section headers are cut off");
      }
      int names = headers + HEADER_BYTES * Short.toUnsignedInt(elf.getShort(NAMES_OFFSET));
      int texts = Math.toIntExact(elf.getLong(names + CONTENT_OFFSET));
      Map<String, Long> sizes = new TreeMap<>();
      for (int i = 0; i < count; i++) {
        int header = headers + HEADER_BYTES * i;
        sizes.put(text(bytes, texts + elf.getInt(header)), elf.getLong(header + SIZE_OFFSET));
      }
      return sizes;
    } catch (IndexOutOfBoundsException | ArithmeticException cutOff) {
      throw new IllegalArgumentException("the ELF file is cut off", cutOff);
    }
  }

  private static String text(byte[] elf, int start) {
    int end = start;
    while (elf[end] != 0) {
      end++;
    }
    return new String(elf, start, end - start, StandardCharsets.UTF_8);
  }
}
