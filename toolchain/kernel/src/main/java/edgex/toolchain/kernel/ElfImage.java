package edgex.toolchain.kernel;

import edgex.toolchain.aot.AotException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sections and symbols of a linked ELF64 file, little-endian (System V ABI, chapters 4 and 5). */
final class ElfImage {
  private static final int MAGIC = 0x464c457f;
  private static final int SECTIONS_OFFSET = 40;
  private static final int SECTION_BYTES_OFFSET = 58;
  private static final int SECTION_COUNT_OFFSET = 60;
  private static final int NAME_SECTION_OFFSET = 62;
  private static final int HEADER_BYTES = 64;

  private static final int TYPE_SYMBOLS = 2;
  private static final int TYPE_RELOCATIONS = 4;
  private static final int TYPE_OFFSET = 4;
  private static final int ADDRESS_OFFSET = 16;
  private static final int FILE_OFFSET = 24;
  private static final int SIZE_OFFSET = 32;
  private static final int LINK_OFFSET = 40;

  private static final int SYMBOL_BYTES = 24;
  private static final int SYMBOL_INFORMATION_OFFSET = 4;
  private static final int SYMBOL_VALUE_OFFSET = 8;
  private static final int SYMBOL_TYPE_MASK = 0xf;
  private static final int SYMBOL_NO_TYPE = 0;
  private static final int SYMBOL_FUNCTION = 2;

  private final ByteBuffer bytes;
  private final List<Section> sections = new ArrayList<>();

  /** A part of the file; {@code link} is the number of the section it refers to. */
  record Section(String name, int type, long address, long offset, long sizeBytes, int link) {
    /** First address behind the section. */
    long end() {
      return address + sizeBytes;
    }

    /** Whether this is a table of places that depend on where the program is loaded. */
    boolean isRelocations() {
      return type == TYPE_RELOCATIONS;
    }
  }

  /** A named address; assembly labels have no type, functions of C are functions. */
  record Symbol(String name, long address, int type) {
    /** Whether this may name a function. */
    boolean isCode() {
      return (type == SYMBOL_FUNCTION || type == SYMBOL_NO_TYPE) && !name.isEmpty();
    }
  }

  /** Reads the section headers. */
  ElfImage(byte[] file) throws AotException {
    bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEADER_BYTES || bytes.getInt(0) != MAGIC) {
      throw new AotException("the linked kernel is not an ELF file");
    }
    try {
      readSections();
    } catch (IndexOutOfBoundsException damaged) {
      throw new AotException("the linked kernel's ELF headers are damaged", damaged);
    }
  }

  /** The section with this name. */
  Section section(String name) throws AotException {
    for (Section section : sections) {
      if (section.name().equals(name)) {
        return section;
      }
    }
    throw new AotException("the linked kernel has no section " + name);
  }

  /** All sections. */
  List<Section> sections() {
    return List.copyOf(sections);
  }

  /** All symbols. */
  List<Symbol> symbols() {
    List<Symbol> symbols = new ArrayList<>();
    for (Section section : sections) {
      if (section.type() == TYPE_SYMBOLS) {
        long names = sections.get(section.link()).offset();
        for (long at = section.offset();
            at < section.offset() + section.sizeBytes();
            at += SYMBOL_BYTES) {
          symbols.add(readSymbol((int) at, names));
        }
      }
    }
    return symbols;
  }

  private Symbol readSymbol(int at, long names) {
    return new Symbol(
        text(names + bytes.getInt(at)),
        bytes.getLong(at + SYMBOL_VALUE_OFFSET),
        bytes.get(at + SYMBOL_INFORMATION_OFFSET) & SYMBOL_TYPE_MASK);
  }

  private void readSections() {
    int count = Short.toUnsignedInt(bytes.getShort(SECTION_COUNT_OFFSET));
    int nameSection = Short.toUnsignedInt(bytes.getShort(NAME_SECTION_OFFSET));
    long names = bytes.getLong(headerOf(nameSection) + FILE_OFFSET);
    for (int i = 0; i < count; i++) {
      int header = headerOf(i);
      sections.add(
          new Section(
              text(names + bytes.getInt(header)),
              bytes.getInt(header + TYPE_OFFSET),
              bytes.getLong(header + ADDRESS_OFFSET),
              bytes.getLong(header + FILE_OFFSET),
              bytes.getLong(header + SIZE_OFFSET),
              bytes.getInt(header + LINK_OFFSET)));
    }
  }

  private int headerOf(int index) {
    return (int) bytes.getLong(SECTIONS_OFFSET)
        + index * Short.toUnsignedInt(bytes.getShort(SECTION_BYTES_OFFSET));
  }

  private String text(long offset) {
    int end = (int) offset;
    while (bytes.get(end) != 0) {
      end++;
    }
    return new String(bytes.array(), (int) offset, end - (int) offset, StandardCharsets.UTF_8);
  }
}
