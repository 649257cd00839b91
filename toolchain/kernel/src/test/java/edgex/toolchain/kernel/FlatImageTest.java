package edgex.toolchain.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.toolchain.aot.AotException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gcc linked as ELF comes out as objcopy's plain bytes. */
class FlatImageTest {
  private static final String PROGRAM =
      """
      .text
      .globl _start
      _start: nop
      .section .rodata
      .asciz "constant"
      .data
      .quad 0x1122334455667788
      .bss
      .skip 100000
      """;

  private static final String SCRIPT =
      """
      SECTIONS {
        . = 0xffffff8000200000;
        .text : AT(0x200000) { *(.text) }
        . = ALIGN(4096);
        .rodata : AT(ADDR(.rodata) - 0xffffff8000000000) { *(.rodata) }
        . = ALIGN(4096);
        .data : AT(ADDR(.data) - 0xffffff8000000000) { *(.data) }
        .bss : AT(ADDR(.bss) - 0xffffff8000000000) { *(.bss) }
      }
      """;

  @TempDir Path folder;

  private byte[] link() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("program.S"), PROGRAM);
    Files.writeString(folder.resolve("script.ld"), SCRIPT);
    run(
        "x86_64-linux-gnu-gcc",
        "-nostdlib",
        "-static",
        "-Wl,-T,script.ld,--build-id=none",
        "-o",
        "program.elf",
        "program.S");
    return Files.readAllBytes(folder.resolve("program.elf"));
  }

  private void run(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
  }

  @Test
  void isWhatObjcopyWrites() throws Exception {
    byte[] elf = link();
    assertTrue(elf.length > 0);
    run("x86_64-linux-gnu-objcopy", "-O", "binary", "program.elf", "program.bin");
    FlatImage.write(folder.resolve("program.elf"), folder.resolve("program.flat"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("program.bin")),
        Files.readAllBytes(folder.resolve("program.flat")));
  }

  @Test
  void refusesNothingToLoad() throws Exception {
    byte[] elf = link();
    elf[56] = 0;
    AotException refused = assertThrows(AotException.class, () -> FlatImage.of(elf));
    assertTrue(refused.getMessage().contains("cannot be one flat image"), refused.getMessage());
  }

  @Test
  @Tag("fuzz")
  void refusesDamageWithoutOtherExceptions() throws Exception {
    byte[] elf = link();
    Random random = new Random(1);
    int refused = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = Arrays.copyOf(elf, random.nextBoolean() ? elf.length : random.nextInt(400));
      for (int change = 0; change < 3 && damaged.length > 0; change++) {
        damaged[random.nextInt(Math.min(damaged.length, 300))] = (byte) random.nextInt();
      }
      try {
        assertTrue(FlatImage.of(damaged).length > 0);
      } catch (AotException expected) {
        refused++;
      }
    }
    assertTrue(refused > 500, "refused " + refused);
  }
}
