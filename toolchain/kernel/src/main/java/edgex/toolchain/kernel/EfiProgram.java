package edgex.toolchain.kernel;

import edgex.toolchain.aot.AotException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A program for UEFI: the PE32+ form of a position-independent ELF file (Microsoft, PE Format; UEFI
 * Specification 2.10, 2.1.1). Binutils cannot write it for every processor.
 *
 * <pre>
 *      0  MS-DOS header: where the next one is
 *     64  PE signature, file header, optional header, section headers
 *   4096  the ELF file's segments, each a section, at their addresses + 4096
 *     ...  .reloc: the places of all absolute addresses, in pages
 * </pre>
 */
public final class EfiProgram {
  /** ELF addresses begin at 0, where PE has its headers. */
  private static final int SHIFT = 0x1000;

  private static final int PAGE_BYTES = 0x1000;
  private static final int FILE_ALIGNMENT = 0x200;
  private static final int HEADERS_BYTES = 0x400;

  private static final int PE_OFFSET = 0x40;
  private static final int PE_OFFSET_PLACE = 0x3c;
  private static final short DOS_MAGIC = 0x5a4d;
  private static final int PE_MAGIC = 0x4550;
  private static final short EXECUTABLE_LARGE_ADDRESS = 0x0002 | 0x0020;
  private static final short OPTIONAL_MAGIC = 0x20b;
  private static final int DIRECTORIES = 16;
  private static final short OPTIONAL_BYTES = 112 + DIRECTORIES * 8;
  private static final int RELOCATION_DIRECTORY = 5;
  private static final short SUBSYSTEM_EFI_APPLICATION = 10;
  private static final short MOVABLE_WITHOUT_EXECUTABLE_DATA = 0x0040 | 0x0100;
  private static final short RELOCATION_64 = (short) (10 << 12);

  private static final int SECTION_CODE = 0x6000_0020;
  private static final int SECTION_CONSTANTS = 0x4000_0040;
  private static final int SECTION_DATA = 0xc000_0040;
  private static final int SECTION_RELOCATIONS = 0x4200_0040;

  private static final int ELF_MACHINE_OFFSET = 18;
  private static final int ELF_ENTRY_OFFSET = 24;
  private static final int ELF_SEGMENTS_OFFSET = 32;
  private static final int ELF_SEGMENT_BYTES_OFFSET = 54;
  private static final int ELF_SEGMENT_COUNT_OFFSET = 56;
  private static final int SEGMENT_LOAD = 1;
  private static final int SEGMENT_EXECUTABLE = 1;
  private static final int SEGMENT_WRITABLE = 2;
  private static final int RELOCATION_BYTES = 24;

  private final ByteBuffer elf;
  private final Processor processor;
  private final List<Segment> segments = new ArrayList<>();

  /** The numbers of a processor in ELF and PE files, and of "the image's base plus a constant". */
  private enum Processor {
    X86_64(62, 0x8664, 8),
    AARCH64(183, 0xaa64, 1027),
    RISCV64(243, 0x5064, 3);

    private final int elfMachine;
    private final int peMachine;
    private final int relativeRelocation;

    Processor(int elfMachine, int peMachine, int relativeRelocation) {
      this.elfMachine = elfMachine;
      this.peMachine = peMachine;
      this.relativeRelocation = relativeRelocation;
    }
  }

  /** A loaded part of the ELF file; the content belongs to the new file already. */
  private record Segment(int flags, int address, int memoryBytes, ByteBuffer content) {}

  private EfiProgram(byte[] file) throws AotException {
    elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int machine = Short.toUnsignedInt(elf.getShort(ELF_MACHINE_OFFSET));
    Processor found = null;
    for (Processor candidate : Processor.values()) {
      found = candidate.elfMachine == machine ? candidate : found;
    }
    if (found == null) {
      throw new AotException("UEFI programs for ELF machine " + machine + " are not supported");
    }
    processor = found;
    readSegments();
  }

  /**
   * Writes the program of a linked file.
   *
   * @throws AotException if a file cannot be read or written, or the ELF file is no
   *     position-independent program
   */
  public static void write(Path linked, Path program) throws AotException {
    try {
      Files.write(program, of(Files.readAllBytes(linked)));
    } catch (IOException cause) {
      throw new AotException(program + ": cannot read or write: " + cause.getMessage(), cause);
    }
  }

  /** The bytes of the program. */
  static byte[] of(byte[] file) throws AotException {
    List<ElfImage.Section> sections = new ElfImage(file).sections();
    try {
      EfiProgram program = new EfiProgram(file);
      NavigableMap<Integer, List<Integer>> places = new TreeMap<>();
      for (ElfImage.Section section : sections) {
        if (section.isRelocations()) {
          program.relocate(section, places);
        }
      }
      return program.assemble(relocationSection(places));
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | ArithmeticException
        | BufferUnderflowException damaged) {
      throw new AotException("the linked loader's ELF headers are damaged", damaged);
    }
  }

  private void readSegments() throws AotException {
    int start = Math.toIntExact(elf.getLong(ELF_SEGMENTS_OFFSET));
    int count = Short.toUnsignedInt(elf.getShort(ELF_SEGMENT_COUNT_OFFSET));
    int entryBytes = Short.toUnsignedInt(elf.getShort(ELF_SEGMENT_BYTES_OFFSET));
    for (int i = 0; i < count; i++) {
      int header = start + i * entryBytes;
      if (elf.getInt(header) == SEGMENT_LOAD) {
        addSegment(header);
      }
    }
    if (segments.isEmpty()) {
      throw new AotException("the linked loader has no segments");
    }
  }

  /** A section begins on a page: what a segment does not fill of its first one is zero. */
  private void addSegment(int header) throws AotException {
    int start = Math.toIntExact(elf.getLong(header + 16));
    int address = start & -PAGE_BYTES;
    int before = start - address;
    int fileBytes = Math.toIntExact(elf.getLong(header + 32));
    int memoryBytes = Math.addExact(Math.toIntExact(elf.getLong(header + 40)), before);
    if (address < nextFreePage() || fileBytes < 0 || memoryBytes < before + fileBytes) {
      throw new AotException("segments of the linked loader share a page or make no sense");
    }
    ByteBuffer content =
        ByteBuffer.allocate(fileBytes == 0 ? 0 : aligned(before + fileBytes, FILE_ALIGNMENT))
            .order(ByteOrder.LITTLE_ENDIAN);
    content.put(
        Math.min(before, content.capacity()),
        elf,
        Math.toIntExact(elf.getLong(header + 8)),
        fileBytes);
    segments.add(new Segment(elf.getInt(header + 4), address, memoryBytes, content));
  }

  private int nextFreePage() {
    if (segments.isEmpty()) {
      return 0;
    }
    Segment last = segments.get(segments.size() - 1);
    return aligned(last.address() + last.memoryBytes(), PAGE_BYTES);
  }

  /** Stores each address as if the program were loaded at 0 and notes its place. */
  private void relocate(ElfImage.Section section, NavigableMap<Integer, List<Integer>> places)
      throws AotException {
    int start = Math.toIntExact(section.offset());
    for (int at = start; at < start + section.sizeBytes(); at += RELOCATION_BYTES) {
      long kind = elf.getLong(at + 8);
      if (kind != processor.relativeRelocation) {
        throw new AotException("the linked loader has a relocation of kind " + kind);
      }
      int place = Math.toIntExact(elf.getLong(at));
      Segment segment = segmentOf(place);
      segment.content().putLong(place - segment.address(), elf.getLong(at + 16) + SHIFT);
      int page = (place + SHIFT) & -PAGE_BYTES;
      places.computeIfAbsent(page, first -> new ArrayList<>()).add(place + SHIFT - page);
    }
  }

  private Segment segmentOf(int address) throws AotException {
    for (Segment segment : segments) {
      if (address >= segment.address() && address < segment.address() + segment.memoryBytes()) {
        return segment;
      }
    }
    throw new AotException("the linked loader has a relocation outside of its segments");
  }

  /** For each page its address, the length of what follows, and places of 16 bits. */
  private static ByteBuffer relocationSection(NavigableMap<Integer, List<Integer>> places) {
    int sizeBytes = 2 * Integer.BYTES;
    for (List<Integer> page : places.values()) {
      sizeBytes += 2 * Integer.BYTES + (page.size() + page.size() % 2) * Short.BYTES;
    }
    ByteBuffer section = ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
    places.forEach(
        (page, offsets) -> {
          int paddedCount = offsets.size() + offsets.size() % 2;
          section.putInt(page).putInt(2 * Integer.BYTES + paddedCount * Short.BYTES);
          offsets.forEach(offset -> section.putShort((short) (RELOCATION_64 | offset)));
          section.position(section.position() + (paddedCount - offsets.size()) * Short.BYTES);
        });
    // A last block without places: a table without any would mean that the program cannot move.
    section.putInt(0).putInt(2 * Integer.BYTES);
    return section.flip();
  }

  private byte[] assemble(ByteBuffer relocations) throws AotException {
    int relocationAddress = nextFreePage() + SHIFT;
    int imageBytes = relocationAddress + aligned(relocations.limit(), PAGE_BYTES);
    int fileBytes = HEADERS_BYTES + aligned(relocations.limit(), FILE_ALIGNMENT);
    for (Segment segment : segments) {
      fileBytes += segment.content().capacity();
    }
    ByteBuffer file = ByteBuffer.allocate(fileBytes).order(ByteOrder.LITTLE_ENDIAN);
    writeHeaders(file, imageBytes, relocationAddress, relocations.limit());
    int contentOffset = HEADERS_BYTES;
    for (Segment segment : segments) {
      int contentBytes = segment.content().capacity();
      file.put(name(segment)).putInt(segment.memoryBytes()).putInt(segment.address() + SHIFT);
      file.putInt(contentBytes).putInt(contentBytes == 0 ? 0 : contentOffset);
      file.putLong(0).putInt(0).putInt(characteristics(segment));
      file.put(contentOffset, segment.content(), 0, contentBytes);
      contentOffset += contentBytes;
    }
    file.put(".reloc\0\0".getBytes(StandardCharsets.US_ASCII)).putInt(relocations.limit());
    file.putInt(relocationAddress).putInt(fileBytes - contentOffset).putInt(contentOffset);
    file.putLong(0).putInt(0).putInt(SECTION_RELOCATIONS);
    if (file.position() > HEADERS_BYTES) {
      throw new AotException("the linked loader has too many segments");
    }
    file.put(contentOffset, relocations, 0, relocations.limit());
    return file.array();
  }

  private void writeHeaders(
      ByteBuffer file, int imageBytes, int relocationAddress, int relocationBytes) {
    file.putShort(0, DOS_MAGIC).putInt(PE_OFFSET_PLACE, PE_OFFSET);
    file.position(PE_OFFSET);
    file.putInt(PE_MAGIC).putShort((short) processor.peMachine);
    file.putShort((short) (segments.size() + 1)).putInt(0).putLong(0);
    file.putShort(OPTIONAL_BYTES).putShort(EXECUTABLE_LARGE_ADDRESS);
    int optional = file.position();
    file.putShort(OPTIONAL_MAGIC).putShort((short) 0);
    file.putInt(sizeOf(SECTION_CODE)).putInt(imageBytes - sizeOf(SECTION_CODE)).putInt(0);
    file.putInt(Math.toIntExact(elf.getLong(ELF_ENTRY_OFFSET)) + SHIFT).putInt(codeAddress());
    file.putLong(0).putInt(PAGE_BYTES).putInt(FILE_ALIGNMENT);
    file.putLong(0).putLong(0); // versions of systems, programs and subsystems
    file.putInt(imageBytes).putInt(HEADERS_BYTES).putInt(0);
    file.putShort(SUBSYSTEM_EFI_APPLICATION).putShort(MOVABLE_WITHOUT_EXECUTABLE_DATA);
    file.putLong(0).putLong(0).putLong(0).putLong(0); // stack and heap: the firmware's
    file.putInt(0).putInt(DIRECTORIES);
    int directory = file.position() + RELOCATION_DIRECTORY * Long.BYTES;
    file.putInt(directory, relocationAddress).putInt(directory + Integer.BYTES, relocationBytes);
    file.position(optional + OPTIONAL_BYTES);
  }

  private int codeAddress() {
    return segments.stream()
        .filter(segment -> characteristics(segment) == SECTION_CODE)
        .mapToInt(segment -> segment.address() + SHIFT)
        .findFirst()
        .orElse(0);
  }

  private int sizeOf(int kind) {
    return segments.stream()
        .filter(segment -> characteristics(segment) == kind)
        .mapToInt(segment -> segment.content().capacity())
        .sum();
  }

  private static int characteristics(Segment segment) {
    if ((segment.flags() & SEGMENT_EXECUTABLE) != 0) {
      return SECTION_CODE;
    }
    return (segment.flags() & SEGMENT_WRITABLE) != 0 ? SECTION_DATA : SECTION_CONSTANTS;
  }

  private static byte[] name(Segment segment) {
    String name =
        switch (characteristics(segment)) {
          case SECTION_CODE -> ".text\0\0\0";
          case SECTION_DATA -> ".data\0\0\0";
          default -> ".rdata\0\0";
        };
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  private static int aligned(int value, int unit) {
    return Math.multiplyExact(Math.addExact(value, unit - 1) / unit, unit);
  }
}
