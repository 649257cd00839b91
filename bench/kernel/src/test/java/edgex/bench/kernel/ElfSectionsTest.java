package edgex.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Binutils' own {@code size} is the oracle. */
class ElfSectionsTest {
  @Test
  void sizesAreThoseOfBinutils(@TempDir Path folder) throws Exception {
    byte[] elf = objectFile(folder);
    Process size = new ProcessBuilder("size", "-A", folder.resolve("a.o").toString()).start();
    String output = new String(size.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, size.waitFor(), output);
    Map<String, Long> expected = new TreeMap<>();
    for (String line : output.lines().toList()) {
      if (line.startsWith(".")) {
        String[] words = line.split(" +", -1);
        expected.put(words[0], Long.parseLong(words[1]));
      }
    }
    Map<String, Long> actual = ElfSections.sizes(elf);
    assertEquals(4096, actual.get(".bss"));
    expected.forEach((name, bytes) -> assertEquals(bytes, actual.get(name), name));
  }

  @Test
  void cutOffFilesAreRefused(@TempDir Path folder) throws Exception {
    byte[] elf = objectFile(folder);
    for (int length = 0; length < elf.length; length += 7) {
      byte[] cut = Arrays.copyOf(elf, length);
      assertThrows(IllegalArgumentException.class, () -> ElfSections.sizes(cut));
    }
  }

  private static byte[] objectFile(Path folder) throws Exception {
    Path source = folder.resolve("a.s");
    Files.writeString(source, ".text\nnop\n.data\n.quad 1,2,3\n.bss\n.skip 4096\n");
    Path object = folder.resolve("a.o");
    Process assembler =
        new ProcessBuilder("as", "-o", object.toString(), source.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(assembler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, assembler.waitFor(), output);
    return Files.readAllBytes(object);
  }
}
