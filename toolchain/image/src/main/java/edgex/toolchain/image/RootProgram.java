package edgex.toolchain.image;

import edgex.abi.BootImage;
import edgex.abi.Rights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The root process: the loadable segments of a static ELF64 program (System V ABI, chapter 5), laid
 * out so that the kernel needs no program loader.
 *
 * @param entryPoint address of the first instruction
 * @param segments in ascending order of address, no two on one page
 */
public record RootProgram(long entryPoint, List<Segment> segments) {
  /** Pages of 4 KiB, on every architecture. */
  static final int PAGE_BYTES = 4096;

  private static final int ELF_HEADER_BYTES = 64;
  private static final int PROGRAM_HEADER_BYTES = 56;
  private static final int ELF_MAGIC = 0x464c457f;
  private static final int CLASS_64_LITTLE_ENDIAN = 0x0102;
  private static final int TYPE_EXECUTABLE = 2;
  private static final int SEGMENT_LOAD = 1;
  private static final int SEGMENT_INTERPRETER = 3;

  /** First address above RISC-V's smallest user space (Sv39); the others have more. */
  private static final long USER_END = 1L << 38;

  /**
   * One segment.
   *
   * @param address page-aligned
   * @param memoryBytes size in memory; beyond the content it is zero
   * @param protection bits of {@link Rights}
   * @param content from {@code address} on; never changed
   */
  public record Segment(long address, long memoryBytes, int protection, ByteBuffer content) {
    private long endPage() {
      return (address + memoryBytes + PAGE_BYTES - 1) / PAGE_BYTES;
    }
  }

  /**
   * Reads a program.
   *
   * @throws ImageException if it is not a static executable whose segments keep to the rules
   */
  public static RootProgram read(Path elf) throws ImageException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(elf);
    } catch (IOException cause) {
      throw new ImageException("cannot read " + elf + ": " + cause, cause);
    }
    try {
      return parse(bytes);
    } catch (IllegalArgumentException | IndexOutOfBoundsException refused) {
      throw new ImageException(elf + " cannot be the root process: " + refused.getMessage());
    }
  }

  private static RootProgram parse(byte[] bytes) {
    ByteBuffer elf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    require(bytes.length >= ELF_HEADER_BYTES && elf.getInt(0) == ELF_MAGIC, "not an ELF file");
    require(elf.getShort(4) == CLASS_64_LITTLE_ENDIAN, "not 64-bit little-endian");
    require(elf.getShort(16) == TYPE_EXECUTABLE, "not a static executable");
    long headers = elf.getLong(32);
    int count = Short.toUnsignedInt(elf.getShort(56));
    require(elf.getShort(54) == PROGRAM_HEADER_BYTES, "unusual program headers");
    require(
        headers >= 0 && headers <= bytes.length - (long) count * PROGRAM_HEADER_BYTES,
        "program headers are cut off");
    List<Segment> segments = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      ByteBuffer header = elf.duplicate().order(ByteOrder.LITTLE_ENDIAN);
      header.position((int) headers + index * PROGRAM_HEADER_BYTES);
      header = header.slice().order(ByteOrder.LITTLE_ENDIAN);
      require(header.getInt(0) != SEGMENT_INTERPRETER, "it wants a dynamic linker");
      if (header.getInt(0) == SEGMENT_LOAD && header.getLong(40) > 0) {
        segments.add(segment(header, bytes));
      }
    }
    segments.sort(Comparator.comparingLong(Segment::address));
    long entryPoint = elf.getLong(24);
    check(entryPoint, segments);
    return new RootProgram(entryPoint, List.copyOf(segments));
  }

  private static Segment segment(ByteBuffer header, byte[] bytes) {
    long offset = header.getLong(8);
    long address = header.getLong(16);
    long fileBytes = header.getLong(32);
    long memoryBytes = header.getLong(40);
    require(
        offset >= 0 && fileBytes >= 0 && fileBytes <= bytes.length - offset,
        "a segment's content is cut off");
    require(fileBytes <= memoryBytes, "a segment is larger in the file than in memory");
    require(
        address >= PAGE_BYTES && memoryBytes <= USER_END && address <= USER_END - memoryBytes,
        "a segment lies outside user space");
    // The linker starts a segment inside its first page; what is before it is filled with zeros.
    int lead = (int) (address % PAGE_BYTES);
    byte[] content = new byte[lead + (int) fileBytes];
    System.arraycopy(bytes, (int) offset, content, lead, (int) fileBytes);
    return new Segment(
        address - lead,
        lead + memoryBytes,
        protection(header.getInt(4)),
        ByteBuffer.wrap(content).asReadOnlyBuffer());
  }

  private static int protection(int flags) {
    int protection = 0;
    protection |= (flags & 4) != 0 ? Rights.READ : 0;
    protection |= (flags & 2) != 0 ? Rights.WRITE : 0;
    protection |= (flags & 1) != 0 ? Rights.EXECUTE : 0;
    return protection;
  }

  private static void check(long entryPoint, List<Segment> segments) {
    require(!segments.isEmpty(), "it has no segments");
    require(
        segments.size() <= BootImage.MAXIMUM_SEGMENTS,
        "it has more than " + BootImage.MAXIMUM_SEGMENTS + " segments");
    long page = 0;
    boolean entryFound = false;
    for (Segment segment : segments) {
      require(segment.address / PAGE_BYTES >= page, "two segments share a page");
      page = segment.endPage();
      int protection = segment.protection;
      boolean executable = (protection & Rights.EXECUTE) != 0;
      require(
          !executable || (protection & Rights.WRITE) == 0, "a segment is writable and executable");
      entryFound |=
          executable
              && entryPoint >= segment.address
              && entryPoint < segment.address + segment.memoryBytes;
    }
    require(entryFound, "the entry point is in no executable segment");
  }

  private static void require(boolean holds, String reason) {
    if (!holds) {
      throw new IllegalArgumentException(reason);
    }
  }
}
