package edgex.toolchain.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.BootImage;
import edgex.abi.Rights;
import edgex.manifest.Manifest;
import edgex.manifest.ManifestException;
import edgex.manifest.ManifestParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root programs come from gcc, as in a real build; readelf's view of them is the oracle. */
class BootImageTest {
  private static final String SOURCE =
      """
      int zeros[5000]; int numbers[3] = {1, 2, 3}; const char text[] = "constant";
      void _start(void) { zeros[0] = numbers[1] + text[0]; for (;;) { } }
      """;

  @TempDir static Path tools;
  @TempDir Path folder;
  private static Path elf;
  private TestRepository repository;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    elf = tools.resolve("root.elf");
    Path source = tools.resolve("root.c");
    Files.writeString(source, SOURCE);
    Process gcc =
        new ProcessBuilder(
                "x86_64-linux-gnu-gcc",
                "-O1",
                "-nostdlib",
                "-static",
                "-no-pie",
                "-o",
                elf.toString(),
                source.toString())
            .inheritIO()
            .start();
    assertEquals(0, gcc.waitFor());
  }

  @BeforeEach
  void create() throws IOException {
    repository = new TestRepository(folder);
  }

  private ByteBuffer assemble(Map<String, Path> additions) throws Exception {
    ImagePlan plan = repository.plan();
    Map<String, Path> elfs =
        Map.of("supervisor", elf, "log", elf, "uart", elf, "console", elf, "tools", elf);
    Path output = folder.resolve("out/test.img");
    ImageAssembler.assemble(plan, elfs, additions, output);
    return ByteBuffer.wrap(Files.readAllBytes(output)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static List<String> names(ByteBuffer image) {
    List<String> names = new ArrayList<>();
    for (int index = 0; index < image.getInt(BootImage.ENTRY_COUNT_OFFSET); index++) {
      int place = BootImage.ENTRIES_OFFSET + index * BootImage.ENTRY_BYTES;
      byte[] name = new byte[image.getInt(place + BootImage.ENTRY_NAME_BYTES_OFFSET)];
      image.get(place + BootImage.ENTRY_NAME_OFFSET, name);
      names.add(new String(name, StandardCharsets.UTF_8));
    }
    return names;
  }

  private static byte[] content(ByteBuffer image, String name) {
    int place = BootImage.ENTRIES_OFFSET + names(image).indexOf(name) * BootImage.ENTRY_BYTES;
    long offset = image.getLong(place + BootImage.ENTRY_OFFSET_OFFSET);
    assertEquals(0, offset % 4096, name);
    byte[] content = new byte[(int) image.getLong(place + BootImage.ENTRY_SIZE_OFFSET)];
    image.get((int) offset, content);
    return content;
  }

  @Test
  void holdsEveryFileOnPagesOfItsOwn() throws Exception {
    ByteBuffer image = assemble(Map.of());
    assertEquals(BootImage.MAGIC, image.getLong(BootImage.MAGIC_OFFSET));
    assertEquals(BootImage.VERSION, image.getInt(BootImage.VERSION_OFFSET));
    assertEquals(image.capacity(), image.getLong(BootImage.SIZE_OFFSET));
    assertEquals(
        List.of(
            "bin/console",
            "bin/log",
            "bin/tools",
            "bin/uart",
            "etc/one",
            "models/deep/two.txt",
            "models/one.txt",
            "system/components"),
        names(image));
    assertArrayEquals(StrippedProgram.read(elf), content(image, "bin/log"));
    assertArrayEquals(
        "two".getBytes(StandardCharsets.UTF_8), content(image, "models/deep/two.txt"));
  }

  @Test
  void holdsTheManifest() throws Exception {
    String text =
        new String(content(assemble(Map.of()), Manifest.IMAGE_PATH), StandardCharsets.US_ASCII);
    assertEquals(repository.plan().manifest(), parse(text));
  }

  private static Manifest parse(String text) throws ManifestException {
    return ManifestParser.parse(text);
  }

  @Test
  void equalInputsGiveEqualBytes() throws Exception {
    byte[] first = assemble(Map.of()).array();
    Files.delete(folder.resolve("out/test.img"));
    repository = new TestRepository(Files.createDirectories(folder.resolve("elsewhere")));
    assertArrayEquals(first, assemble(Map.of()).array());
  }

  @Test
  void layedOutSegmentsAreThoseOfTheProgram() throws Exception {
    ByteBuffer image = assemble(Map.of());
    ByteBuffer program = ByteBuffer.wrap(Files.readAllBytes(elf)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(program.getLong(24), image.getLong(BootImage.ENTRY_POINT_OFFSET));
    int segments = image.getInt(BootImage.SEGMENT_COUNT_OFFSET);
    boolean zeroed = false;
    for (int index = 0; index < segments; index++) {
      int place = BootImage.SEGMENTS_OFFSET + index * BootImage.SEGMENT_BYTES;
      assertEquals(0, image.getLong(place + BootImage.SEGMENT_ADDRESS_OFFSET) % 4096);
      assertEquals(0, image.getLong(place + BootImage.SEGMENT_OFFSET_OFFSET) % 4096);
      zeroed |= image.getLong(place + BootImage.SEGMENT_MEMORY_BYTES_OFFSET) >= 5000 * 4;
      long protection = image.getLong(place + BootImage.SEGMENT_PROTECTION_OFFSET);
      assertTrue((protection & Rights.READ) != 0);
    }
    assertTrue(zeroed, "the segment with the zeros is as large as they are");
  }

  @Test
  void additionsReplaceButNotTheSystemsOwn() throws Exception {
    Path file = folder.resolve("added");
    Files.writeString(file, "added");
    ByteBuffer image = assemble(Map.of("models/one.txt", file, "tmp/\u00fc", file));
    assertArrayEquals(Files.readAllBytes(file), content(image, "models/one.txt"));
    assertArrayEquals(Files.readAllBytes(file), content(image, "tmp/\u00fc"));
    for (String bad : List.of("system/x", "a//b", "../x", "", "a/", "x".repeat(300), "a/./b")) {
      assertThrows(ImageException.class, () -> assemble(Map.of(bad, file)), bad);
    }
  }

  @Test
  void refusesWhatIsNoRootProgram() throws Exception {
    Path file = folder.resolve("bad.elf");
    for (byte[] bad :
        List.of(new byte[0], new byte[64], "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8))) {
      Files.write(file, bad);
      String message =
          assertThrows(ImageException.class, () -> RootProgram.read(file)).getMessage();
      assertTrue(message.contains("not an ELF file"), message);
    }
  }

  @Test
  @Tag("fuzz")
  void survivesDamagedPrograms() throws Exception {
    byte[] good = Files.readAllBytes(elf);
    Path file = folder.resolve("damaged.elf");
    Random random = new Random(20260101);
    int refusals = 0;
    // In proportion to the million calls that the kernel's fuzzer makes by default.
    long rounds = 5000 * Math.max(1, Long.getLong("edgex.fuzz.calls", 1) / 1_000_000);
    for (long round = 0; round < rounds; round++) {
      byte[] damaged = java.util.Arrays.copyOf(good, 64 + 56 * 6);
      if (random.nextBoolean()) {
        damaged = good.clone();
      }
      for (int change = random.nextInt(4); change >= 0; change--) {
        damaged[random.nextInt(64 + 56 * 4)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      try {
        RootProgram.read(file);
      } catch (ImageException refused) {
        refusals++;
      }
    }
    assertTrue(refusals > 1000, "the damage must reach the checks: " + refusals);
  }
}
