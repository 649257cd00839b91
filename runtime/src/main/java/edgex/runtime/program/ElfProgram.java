package edgex.runtime.program;

import edgex.abi.Rights;
import java.util.ArrayList;
import java.util.List;

/**
 * A statically linked ELF64 program (System V ABI, "ELF-64 Object File Format", version 1.5). Read
 * from the start of the file, where header and program headers lie; checked so that the loader can
 * rely on every number.
 */
public final class ElfProgram {
  /** How much of a file's start {@link #parse} looks at. */
  public static final int HEADER_BYTES = 4096;

  private static final int MAGIC = 0x464c457f;
  private static final int CLASS_64_LITTLE_ENDIAN_VERSION_1 = 0x010102;
  private static final int TYPE_EXECUTABLE = 2;
  private static final int FILE_HEADER_BYTES = 64;
  private static final int PROGRAM_HEADER_BYTES = 56;
  private static final int PROGRAM_LOAD = 1;
  private static final int FLAG_EXECUTE = 1;
  private static final int FLAG_WRITE = 2;
  private static final int FLAG_READ = 4;
  private static final int MAXIMUM_SEGMENTS = 16;

  private final long entryPoint;
  private final List<Segment> segments;

  private ElfProgram(long entryPoint, List<Segment> segments) {
    this.entryPoint = entryPoint;
    this.segments = segments;
  }

  /**
   * Reads and checks the headers.
   *
   * @param start the first {@link #HEADER_BYTES} of the file, or all of a shorter one
   * @param fileBytes size of the whole file
   * @param machine the {@code EM_} number of this machine
   */
  public static ElfProgram parse(byte[] start, long fileBytes, int machine)
      throws ProgramFormatException {
    require(
        start.length >= FILE_HEADER_BYTES && readInt(start, 0) == MAGIC, "it is not an ELF file");
    require(
        (readInt(start, 4) & 0xff_ffff) == CLASS_64_LITTLE_ENDIAN_VERSION_1,
        "it is not a 64-bit little-endian program");
    require(readShort(start, 16) == TYPE_EXECUTABLE, "it is not statically linked");
    require(readShort(start, 18) == machine, "it is for another machine");
    long tableOffset = readLong(start, 32);
    int count = readShort(start, 56);
    require(
        readShort(start, 54) == PROGRAM_HEADER_BYTES
            && tableOffset >= 0
            && tableOffset <= start.length - (long) count * PROGRAM_HEADER_BYTES,
        "its program headers are not at the start of the file");
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int header = (int) tableOffset + i * PROGRAM_HEADER_BYTES;
      if (readInt(start, header) == PROGRAM_LOAD && readLong(start, header + 40) != 0) {
        addSegment(segments, start, header, fileBytes);
      }
    }
    require(!segments.isEmpty(), "it has nothing to load");
    long entryPoint = readLong(start, 24);
    require(isExecutable(segments, entryPoint), "its entry point is not in executable memory");
    return new ElfProgram(entryPoint, segments);
  }

  /** Address of the first instruction. */
  public long entryPoint() {
    return entryPoint;
  }

  /** What is to be mapped, by ascending address, no two on one page. */
  public List<Segment> segments() {
    return segments;
  }

  private static void addSegment(List<Segment> segments, byte[] start, int header, long fileBytes)
      throws ProgramFormatException {
    Segment segment =
        new Segment(
            readLong(start, header + 8),
            readLong(start, header + 32),
            readLong(start, header + 16),
            readLong(start, header + 40),
            protection(readInt(start, header + 4)));
    require(segments.size() < MAXIMUM_SEGMENTS, "it has too many segments");
    require(
        segment.fileOffset() >= 0
            && segment.fileBytes() >= 0
            && segment.fileBytes() <= fileBytes - segment.fileOffset(),
        "a segment lies outside the file");
    require(
        segment.memoryBytes() >= segment.fileBytes()
            && segment.address() >= AddressLayout.PROGRAM_START
            && segment.address() < AddressLayout.PROGRAM_END
            && segment.memoryBytes() <= AddressLayout.PROGRAM_END - segment.address(),
        "a segment lies outside the addresses of programs");
    require(
        (segment.address() - segment.fileOffset()) % Segment.PAGE_BYTES == 0,
        "a segment is not aligned to pages");
    require(
        segments.isEmpty() || segments.get(segments.size() - 1).endOfPages() <= segment.firstPage(),
        "two segments share a page or are out of order");
    int writeAndExecute = Rights.WRITE | Rights.EXECUTE;
    require(
        (segment.protection() & writeAndExecute) != writeAndExecute,
        "a segment is writable and executable");
    boolean shared = (segment.protection() & Rights.WRITE) == 0;
    require(
        !shared || segment.fileBytes() == segment.memoryBytes(),
        "a read-only segment is longer than its content");
    segments.add(segment);
  }

  private static int protection(int flags) {
    return ((flags & FLAG_READ) != 0 ? Rights.READ : 0)
        | ((flags & FLAG_WRITE) != 0 ? Rights.WRITE : 0)
        | ((flags & FLAG_EXECUTE) != 0 ? Rights.EXECUTE : 0);
  }

  private static boolean isExecutable(List<Segment> segments, long address) {
    for (Segment segment : segments) {
      if ((segment.protection() & Rights.EXECUTE) != 0
          && address >= segment.address()
          && address - segment.address() < segment.memoryBytes()) {
        return true;
      }
    }
    return false;
  }

  private static void require(boolean condition, String message) throws ProgramFormatException {
    if (!condition) {
      throw new ProgramFormatException(message);
    }
  }

  private static int readShort(byte[] bytes, int offset) {
    return (bytes[offset] & 0xff) | (bytes[offset + 1] & 0xff) << 8;
  }

  private static int readInt(byte[] bytes, int offset) {
    return readShort(bytes, offset) | readShort(bytes, offset + 2) << 16;
  }

  private static long readLong(byte[] bytes, int offset) {
    return (readInt(bytes, offset) & 0xffff_ffffL) | (long) readInt(bytes, offset + 4) << 32;
  }
}
