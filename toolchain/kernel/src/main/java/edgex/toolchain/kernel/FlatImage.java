package edgex.toolchain.kernel;

import edgex.toolchain.aot.AotException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A kernel as the boot loaders of ARM64 and RISC-V take it: the bytes of its segments at their
 * distances from the first, without ELF headers. What a loader wants to know stands in a header
 * that the kernel's own first instructions are (Linux, {@code Documentation/arm64/booting.rst}).
 */
public final class FlatImage {
  private static final int PROGRAM_HEADERS_OFFSET = 32;
  private static final int PROGRAM_HEADER_BYTES_OFFSET = 54;
  private static final int PROGRAM_HEADER_COUNT_OFFSET = 56;
  private static final int SEGMENT_LOAD = 1;
  private static final int FILE_OFFSET = 8;
  private static final int PHYSICAL_OFFSET = 24;
  private static final int FILE_BYTES_OFFSET = 32;

  /** A gap of this size is a mistake in the linker script. */
  private static final long MAXIMUM_BYTES = 64 << 20;

  private FlatImage() {}

  /**
   * Writes the image of a linked kernel.
   *
   * @throws AotException if a file cannot be read or written, or the segments lie too far apart
   */
  public static void write(Path linked, Path image) throws AotException {
    try {
      Files.write(image, of(Files.readAllBytes(linked)));
    } catch (IOException cause) {
      throw new AotException(image + ": cannot read or write: " + cause.getMessage(), cause);
    }
  }

  /** The bytes of the loaded segments. */
  static byte[] of(byte[] file) throws AotException {
    ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    try {
      long start = Long.MAX_VALUE;
      long end = 0;
      for (int header = header(elf, 0), i = 0; i < count(elf); header = header(elf, ++i)) {
        if (isLoaded(elf, header)) {
          long address = elf.getLong(header + PHYSICAL_OFFSET);
          start = Math.min(start, address);
          end = Math.max(end, address + elf.getLong(header + FILE_BYTES_OFFSET));
        }
      }
      if (start >= end || end - start > MAXIMUM_BYTES) {
        throw new AotException("the linked kernel's segments cannot be one flat image");
      }
      byte[] flat = new byte[(int) (end - start)];
      for (int i = 0; i < count(elf); i++) {
        int header = header(elf, i);
        if (isLoaded(elf, header)) {
          int at = (int) (elf.getLong(header + PHYSICAL_OFFSET) - start);
          int bytes = (int) elf.getLong(header + FILE_BYTES_OFFSET);
          elf.duplicate().position((int) elf.getLong(header + FILE_OFFSET)).get(flat, at, bytes);
        }
      }
      return flat;
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | BufferUnderflowException damaged) {
      throw new AotException("the linked kernel's ELF headers are damaged", damaged);
    }
  }

  private static int count(ByteBuffer elf) {
    return Short.toUnsignedInt(elf.getShort(PROGRAM_HEADER_COUNT_OFFSET));
  }

  private static int header(ByteBuffer elf, int index) {
    return (int) elf.getLong(PROGRAM_HEADERS_OFFSET)
        + index * Short.toUnsignedInt(elf.getShort(PROGRAM_HEADER_BYTES_OFFSET));
  }

  private static boolean isLoaded(ByteBuffer elf, int header) {
    return elf.getInt(header) == SEGMENT_LOAD && elf.getLong(header + FILE_BYTES_OFFSET) > 0;
  }
}
