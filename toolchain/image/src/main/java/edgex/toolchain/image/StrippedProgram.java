package edgex.toolchain.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A program for the boot image: an ELF64 file without what only a debugger reads. Symbols and
 * section headers lie behind the loadable segments and are a third of the file (System V ABI,
 * chapter 4).
 */
final class StrippedProgram {
  private static final int ELF_MAGIC = 0x464c457f;
  private static final int ELF_HEADER_BYTES = 64;
  private static final int PROGRAM_HEADERS_OFFSET = 32;
  private static final int SECTION_HEADERS_OFFSET = 40;
  private static final int PROGRAM_HEADER_BYTES = 56;
  private static final int PROGRAM_HEADER_COUNT_OFFSET = 56;
  private static final int FILE_OFFSET = 8;
  private static final int FILE_SIZE = 32;
  private static final int SECTION_COUNT_OFFSET = 60;
  private static final int SECTION_NAMES_OFFSET = 62;

  private StrippedProgram() {}

  /**
   * The bytes of a program up to the end of its last segment.
   *
   * @throws ImageException if it is not an ELF64 file with whole program headers
   * @throws IOException if it cannot be read
   */
  static byte[] read(Path file) throws ImageException, IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return strip(bytes);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException refused) {
      throw new ImageException(file + " is no program: " + refused.getMessage());
    }
  }

  private static byte[] strip(byte[] bytes) {
    ByteBuffer elf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (elf.getInt(0) != ELF_MAGIC) {
      throw new IllegalArgumentException("not an ELF file");
    }
    int headers = Math.toIntExact(elf.getLong(PROGRAM_HEADERS_OFFSET));
    int count = Short.toUnsignedInt(elf.getShort(PROGRAM_HEADER_COUNT_OFFSET));
    long end = Math.max(ELF_HEADER_BYTES, headers + (long) count * PROGRAM_HEADER_BYTES);
    for (int index = 0; index < count; index++) {
      int header = headers + index * PROGRAM_HEADER_BYTES;
      end =
          Math.max(
              end,
              Math.addExact(elf.getLong(header + FILE_OFFSET), elf.getLong(header + FILE_SIZE)));
    }
    if (end > bytes.length) {
      throw new IllegalArgumentException("its segments are cut off");
    }
    byte[] stripped = Arrays.copyOf(bytes, (int) end);
    ByteBuffer result = ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN);
    result.putLong(SECTION_HEADERS_OFFSET, 0);
    result.putShort(SECTION_COUNT_OFFSET, (short) 0);
    result.putShort(SECTION_NAMES_OFFSET, (short) 0);
    return stripped;
  }
}
