package edgex.bench.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestProgramTest {
  /** ELF-64: offset of the program headers' table, of their size and of their number. */
  private static final int TABLE_OFFSET = 32;

  private static final int ENTRY_SIZE_OFFSET = 54;
  private static final int ENTRY_COUNT_OFFSET = 56;

  /** Type of the program header that asks for a dynamic linker. */
  private static final int PT_INTERP = 3;

  @Test
  void compilesWithoutWarningsToAStaticProgram(@TempDir Path folder) throws IOException {
    Path program = GuestProgram.compile(folder, "-Wall", "-Wextra", "-Werror");
    ByteBuffer elf = ByteBuffer.wrap(Files.readAllBytes(program)).order(ByteOrder.LITTLE_ENDIAN);
    int count = elf.getShort(ENTRY_COUNT_OFFSET);
    assertTrue(count > 0, "no program headers");
    for (int entry = 0; entry < count; entry++) {
      int header = (int) elf.getLong(TABLE_OFFSET) + entry * elf.getShort(ENTRY_SIZE_OFFSET);
      assertTrue(elf.getInt(header) != PT_INTERP, "the guest has no dynamic linker");
    }
  }
}
