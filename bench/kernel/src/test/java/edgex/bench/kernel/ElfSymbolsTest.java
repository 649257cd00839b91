package edgex.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Binutils' own {@code nm} is the oracle. */
class ElfSymbolsTest {
  @Test
  void addressesAreThoseOfBinutils(@TempDir Path folder) throws Exception {
    byte[] elf = objectFile(folder);
    Process names = new ProcessBuilder("nm", folder.resolve("a.o").toString()).start();
    String output = new String(names.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, names.waitFor(), output);
    Map<String, Long> expected = new TreeMap<>();
    for (String line : output.lines().toList()) {
      String[] words = line.split(" ", -1);
      expected.put(words[2], Long.parseUnsignedLong(words[0], 16));
    }
    Map<String, Long> actual = ElfSymbols.addresses(elf);
    assertFalse(expected.isEmpty());
    expected.forEach((name, address) -> assertEquals(address, actual.get(name), name));
  }

  @Test
  void cutOffFilesAreRefused(@TempDir Path folder) throws Exception {
    byte[] elf = objectFile(folder);
    for (int length = 0; length < elf.length; length += 7) {
      byte[] cut = Arrays.copyOf(elf, length);
      assertThrows(IllegalArgumentException.class, () -> ElfSymbols.addresses(cut));
    }
  }

  private static byte[] objectFile(Path folder) throws Exception {
    Path source = folder.resolve("a.s");
    Files.writeString(source, ".globl one\n.text\nnop\none: nop\ntwo: nop\n");
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
