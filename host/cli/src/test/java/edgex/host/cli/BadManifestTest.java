package edgex.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A description that is wrong builds nothing: one line says where and what, the status is 1. */
class BadManifestTest {
  private static final String ROOT = "edgex.root";
  private static final String COMPONENT =
      """
      description = "a program"
      main = "example.Main"
      priority = 100
      heap = "256 KiB"
      memory = "2 MiB"
      """;

  private static final String BOARD =
      """
      description = "a board"
      architecture = "x86_64"
      usual = true
      [qemu]
      program = "qemu-system-x86_64"
      package = "qemu-system-x86"
      machine = "q35"
      processor = "max"
      host-link = []
      """;

  private static final String IMAGE =
      """
      description = "an image"
      root.from = "services/first"
      [components.tool]
      from = "apps/tool"
      """;

  @TempDir Path folder;

  @BeforeEach
  void createRepository() throws IOException {
    write(
        "kernel/arch-x86_64/kernel.toml",
        "main = \"example.Main\"\nloader = \"boot/uefi-x86_64\"\n");
    write("boards/qemu-q35.toml", BOARD);
    write("images/default.toml", IMAGE);
    write("services/first/component.toml", COMPONENT.replaceAll("priority.*\n|memory.*\n", ""));
    write("apps/tool/component.toml", COMPONENT);
    for (String module : new String[] {"kernel/arch-x86_64", "services/first", "apps/tool"}) {
      write(module + "/target/classpath", "");
      Path jar = folder.resolve(module).resolve("target/module.jar");
      try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(jar))) {
        entries.putNextEntry(new ZipEntry("example/Main.class"));
      }
    }
    System.setProperty(ROOT, folder.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(ROOT);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** One error each, in each kind of file: the file, what is replaced, by what, the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "images/default.toml | apps/tool | apps/none | "
            + "images/default.toml:4: no component in 'apps/none': it has no component.toml",
        "images/default.toml | from = \"apps/tool\" | from = \"apps/tool | images/default.toml:4: ",
        "images/default.toml | components | component | images/default.toml:3: unknown key 'component'",
        "apps/tool/component.toml | 100 | 1000 | "
            + "apps/tool/component.toml:3: priority = 1000 is not in 0 to 255",
        "apps/tool/component.toml | 2 MiB | 2 MB | apps/tool/component.toml:5: memory = ",
        "apps/tool/component.toml | example.Main | example.Man | "
            + "apps/tool/component.toml:2: there is no class example.Man",
        "services/first/component.toml | example.Main | example.Man | "
            + "services/first/component.toml:2: there is no class example.Man",
        "boards/qemu-q35.toml | \"q35\" | \"q35 | boards/qemu-q35.toml:7: ",
        "boards/qemu-q35.toml | machine = | engine = | boards/qemu-q35.toml:4: 'machine' is missing",
        "kernel/arch-x86_64/kernel.toml | main | man | "
            + "kernel/arch-x86_64/kernel.toml:1: 'main' is missing",
      })
  void buildsNothing(String file, String old, String changed, String message) throws IOException {
    String text = Files.readString(folder.resolve(file));
    String wrong = text.replace(old, changed);
    assertNotEquals(text, wrong, "the test's own text: " + old);
    write(file, wrong);
    for (String command : new String[] {"image", "run"}) {
      Invocation call = Invocation.of(command);
      assertTrue(call.errors().startsWith("edgex: " + message), call.errors());
      assertEquals(1, call.errors().lines().count(), call.errors());
      assertEquals("", call.output());
      assertEquals(1, call.status());
    }
    assertEquals(List.of(), built());
  }

  /** What lies below the folder of built things, but for the lock that builders take turns with. */
  private List<String> built() throws IOException {
    Path output = folder.resolve("build");
    if (!Files.isDirectory(output)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(output)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> output.relativize(file).toString())
          .filter(name -> !name.equals("x86_64/lock"))
          .toList();
    }
  }
}
