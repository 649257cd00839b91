package edgex.runtime.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Rights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ElfProgramTest {
  private static final int MACHINE = 62;
  private static final int FILE_BYTES = 0x6000;

  @Test
  void segmentsAndEntryAreRead() throws ProgramFormatException {
    ElfProgram elf = parse(program());
    assertEquals(0x401000, elf.entryPoint());
    assertEquals(
        List.of(
            new Segment(0, 0x200, 0x400000, 0x200, Rights.READ),
            new Segment(0x1000, 0x1800, 0x401000, 0x1800, Rights.READ | Rights.EXECUTE),
            new Segment(0x2ff0, 0x20, 0x403ff0, 0x4000, Rights.READ | Rights.WRITE)),
        elf.segments());
    Segment data = elf.segments().get(2);
    assertEquals(0x403000, data.firstPage());
    assertEquals(0x408000, data.endOfPages());
    assertEquals(0x2000, data.firstPageOffset());
  }

  @Test
  void everythingElseIsRefusedWithItsReason() {
    assertRefused("it is not an ELF file", program().putInt(0, 1));
    assertRefused("it is not a 64-bit little-endian program", program().put(4, (byte) 1));
    assertRefused("it is not statically linked", program().putShort(16, (short) 3));
    assertRefused("it is for another machine", program().putShort(18, (short) 183));
    assertRefused(
        "its program headers are not at the start of the file", program().putLong(32, 4090));
    assertRefused("its entry point is not in executable memory", program().putLong(24, 0x400000));
    assertRefused("a segment lies outside the file", program().putLong(header(1) + 8, 0x5000));
    assertRefused(
        "a segment lies outside the addresses of programs",
        program().putLong(header(0) + 16, 0x1000));
    assertRefused("a segment is not aligned to pages", program().putLong(header(1) + 8, 0x1010));
    assertRefused(
        "two segments share a page or are out of order",
        program().putLong(header(1) + 16, 0x400000));
    assertRefused("a segment is writable and executable", program().putInt(header(1) + 4, 7));
    assertRefused(
        "a read-only segment is longer than its content",
        program().putLong(header(1) + 40, 0x1900));
    assertRefused("it has nothing to load", program().putShort(56, (short) 0));
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = bytes(program());
    for (int length = 0; length < header(3); length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(ProgramFormatException.class, () -> ElfProgram.parse(cut, cut.length, MACHINE));
    }
  }

  @Test
  @Tag("fuzz")
  void anyHeaderIsReadOrRefusedAndWhatIsReadIsSafe() {
    Random random = new Random(9);
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 100_000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      ByteBuffer mutated = program();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        mutated.put(random.nextInt(header(3)), (byte) random.nextInt());
      }
      try {
        assertSafe(parse(mutated));
      } catch (ProgramFormatException refused) {
        assertTrue(refused.getMessage().length() > 5);
      }
    }
  }

  private static void assertSafe(ElfProgram elf) {
    long previousEnd = 0;
    for (Segment segment : elf.segments()) {
      assertTrue(segment.firstPage() >= previousEnd && segment.firstPage() > 0);
      assertTrue(segment.endOfPages() <= AddressLayout.PROGRAM_END);
      assertTrue(segment.fileOffset() + segment.fileBytes() <= FILE_BYTES);
      assertTrue(segment.pagesBytes() > 0 && segment.fileBytes() <= segment.memoryBytes());
      previousEnd = segment.endOfPages();
    }
  }

  private static ElfProgram parse(ByteBuffer file) throws ProgramFormatException {
    return ElfProgram.parse(bytes(file), FILE_BYTES, MACHINE);
  }

  private static void assertRefused(String reason, ByteBuffer file) {
    assertEquals(
        reason, assertThrows(ProgramFormatException.class, () -> parse(file)).getMessage());
  }

  private static byte[] bytes(ByteBuffer file) {
    byte[] bytes = new byte[file.capacity()];
    file.get(0, bytes);
    return bytes;
  }

  private static int header(int index) {
    return 64 + index * 56;
  }

  private static ByteBuffer program() {
    ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0, 0x464c457f).putInt(4, 0x010102);
    file.putShort(16, (short) 2).putShort(18, (short) 62).putLong(24, 0x401000);
    file.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 3);
    putSegment(file, 0, 4, new long[] {0, 0x400000, 0x200, 0x200});
    putSegment(file, 1, 5, new long[] {0x1000, 0x401000, 0x1800, 0x1800});
    putSegment(file, 2, 6, new long[] {0x2ff0, 0x403ff0, 0x20, 0x4000});
    return file;
  }

  private static void putSegment(ByteBuffer file, int index, int flags, long[] place) {
    int header = header(index);
    file.putInt(header, 1).putInt(header + 4, flags);
    file.putLong(header + 8, place[0]).putLong(header + 16, place[1]);
    file.putLong(header + 32, place[2]).putLong(header + 40, place[3]);
  }
}
