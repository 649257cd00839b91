package edgex.toolchain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.abi.Rights;
import edgex.manifest.Component;
import edgex.manifest.Grant;
import edgex.manifest.RestartPolicy;
import edgex.manifest.Start;
import edgex.manifest.StreamLink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePlannerTest {
  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void create() throws IOException {
    repository = new TestRepository(folder);
  }

  @Test
  void plansComponentsInTheOrderOfTheFile() throws ImageException {
    ImagePlan plan = repository.plan();
    assertEquals(
        List.of("log", "uart", "console", "tools"),
        plan.manifest().components().stream().map(Component::name).toList());
    assertEquals("supervisor", plan.root().name());
    assertEquals(
        List.of("console", "log", "tools", "uart"),
        plan.programs().stream().map(ProgramPlan::name).toList());
    assertEquals(
        List.of("etc/one", "models/deep/two.txt", "models/one.txt"),
        List.copyOf(plan.files().keySet()));
  }

  @Test
  void resolvesDevicesRightsAndOverrides() throws ImageException {
    List<Component> components = repository.plan().manifest().components();
    Component uart = components.get(1);
    assertEquals(210, uart.priority());
    assertEquals(RestartPolicy.ALWAYS, uart.restart());
    assertEquals(
        List.of(
            new Grant.Service("log"),
            new Grant.Ports("registers", 0x3f8, 8),
            new Grant.Interrupt("line", 4)),
        uart.grants());
    Component console = components.get(2);
    assertEquals(1 << 20, console.limits().heapBytes());
    assertEquals(
        List.of(new Grant.SystemObject(Rights.INSPECT | Rights.CONTROL), new Grant.BootImage()),
        console.grants());
    Component tools = components.get(3);
    assertEquals(Start.COMMAND, tools.start());
    assertEquals(List.of("--color"), tools.arguments());
  }

  @Test
  void connectsStreams() throws ImageException {
    assertEquals(
        List.of(
            new StreamLink("uart", "received", "console", "received", 8192),
            new StreamLink("console", "send", "uart", "send", 4096)),
        repository.plan().manifest().streams());
  }

  /** One planted error each: file, what is replaced, by what, and a part of the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "services/log/component.toml | priority = 100 | priority = 256 | "
            + "services/log/component.toml:3: priority = 256 is not in 0 to 255",
        "services/log/component.toml | priority = 100 | prioritty = 1 | 'priority' is missing",
        "services/log/component.toml | provides = | provide = | component.toml:6: unknown key 'provide'",
        "services/log/component.toml | memory = \"2 MiB\" | memory = \"2 MB\" | write a size such as",
        "services/log/component.toml | memory = \"2 MiB\" | memory = 2 | memory must be a text",
        "services/log/component.toml | \"2 MiB\" | \"1 KiB\" | more than the memory limit",
        "services/log/component.toml | \"log\"] | \"supervisor\"] | already that of the supervisor itself",
        "services/log/component.toml | [\"log\"] | \"log\" | provides must be a list",
        "services/log/component.toml | [\"log\"] | [\"log\" | component.toml:7:",
        "drivers/uart/component.toml | [\"log\"] | [\"logg\"] | "
            + "drivers/uart/component.toml:7: uart asks for the capability 'logg', which no component of this image provides; provided are: log, supervisor",
        "drivers/uart/component.toml | always | sometimes | choose never, on-fault or always",
        "drivers/uart/component.toml | [\"line\"] | [\"irq\"] | device com1 has no interrupts 'irq'; it has: line",
        "drivers/uart/component.toml | [\"received\"] | [] | uart writes no stream 'received'",
        "drivers/uart/component.toml | [\"received\"] | [\"received\", \"more\"] | 'more', which has no other end",
        "services/console/component.toml | \"power\" | \"magic\" | no right 'magic'; there are: inspect, power",
        "services/console/component.toml | true | \"yes\" | boot-image must be true or false",
        "apps/tools/component.toml | \"cat\" | \"ls\" | listed twice",
        "apps/tools/component.toml | \"cat\" | \"Cat!\" | must be 1 to 64 of",
        "boards/test.toml | [0x3f8, 8] | [0x3f8] | registers must be a list of 2 whole numbers",
        "boards/test.toml | [0x3f8, 8] | [0xffff, 8] | not all in 0 to 65535",
        "boards/test.toml | line = 4 | line = -4 | is not in 0 to 4095",
        "boards/test.toml | machine | machin | boards/test.toml:1: 'machine' is missing",
        "images/test.toml | device = \"com1\" | device = \"com9\" | "
            + "images/test.toml:7: board test has no device 'com9'; it has: com1",
        "images/test.toml | device = \"com1\" | # | 'device' is missing",
        "images/test.toml | from = \"drivers/uart\" | from = \"drivers/none\" | no component in 'drivers/none'",
        "images/test.toml | from = \"drivers/uart\" | from = \"../..\" | no component in",
        "images/test.toml | uart.received | uart.receive | uart writes no stream 'receive'; it writes: received",
        "images/test.toml | uart.received | eeprom.received | not COMPONENT.STREAM",
        "images/test.toml | \"8 KiB\" | \"2 KiB\" | a power of two",
        "images/test.toml | files/one.txt | files/none.txt | there is no file files/none.txt",
        "images/test.toml | \"files/one.txt\" | \"../one.txt\" | images/test.toml:23: ../one.txt is not in this repository",
        "images/test.toml | \"files/one.txt\" | \"/etc/passwd\" | images/test.toml:23: /etc/passwd is not in this repository",
        "images/test.toml | \"etc/one\" | \"../one\" | images/test.toml:23: '../one' cannot be the name",
        "images/test.toml | \"etc/one\" | \"system/components\" | "
            + "images/test.toml:23: system/components: files below system/ are the builder's own",
        "images/test.toml | \"etc/one\" | \"bin/log\" | files below bin/ are the builder's own",
        "images/test.toml | components.log | components.LOG | "
            + "images/test.toml:3: the component's name 'LOG' must be 1 to 64 of",
        "boards/test.toml | x86_64 | x86-64 | "
            + "boards/test.toml:2: there is no kernel for the architecture 'x86-64'",
        "boards/test.toml | [0x3f8, 8] | [99999999999, 8] | not all in 0 to 65535",
        "images/test.toml | priority = 210 | speed = 1 | unknown key 'speed'",
      })
  void saysWhereAndWhatIsWrong(String file, String old, String changed, String message)
      throws IOException {
    String text = java.nio.file.Files.readString(folder.resolve(file));
    assertTrue(text.contains(old), "the test's own text: " + old);
    repository.write(
        file,
        text.replaceFirst(
            java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(changed)));
    String actual = assertThrows(ImageException.class, repository::plan).getMessage();
    assertTrue(actual.contains(message), actual);
  }

  @Test
  void refusesAFileThatIsNotText() throws IOException {
    java.nio.file.Files.write(
        folder.resolve("images/test.toml"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});
    assertEquals(
        "images/test.toml: is not text in UTF-8",
        assertThrows(ImageException.class, repository::plan).getMessage());
  }

  @Test
  void refusesFoldersWhoseProgramsWouldBeOne() throws IOException {
    repository.write(
        "libraries/log/component.toml", TestRepository.LOG.replace("\"log\"]", "\"two\"]"));
    repository.write(
        "images/test.toml",
        TestRepository.IMAGE.replace(
            "[files]", "[components.two]\nfrom = \"libraries/log\"\n[files]"));
    assertRefused("two folders are called log: services/log and libraries/log; rename one");
    repository.write(
        "libraries/log/component.toml", "description = \"root\"\nmain = \"M\"\nheap = \"1 MiB\"\n");
    repository.write(
        "images/test.toml", TestRepository.IMAGE.replace("services/supervisor", "libraries/log"));
    assertRefused("two folders are called log: libraries/log and services/log; rename one");
    repository.write("apps/kernel/component.toml", TestRepository.TOOLS);
    repository.write(
        "images/test.toml", TestRepository.IMAGE.replace("\"apps/tools\"", "\"apps/kernel\""));
    assertRefused("apps/kernel/component.toml:2: a folder cannot be called kernel");
  }

  private void assertRefused(String message) {
    String actual = assertThrows(ImageException.class, repository::plan).getMessage();
    assertTrue(actual.contains(message), actual);
  }

  @Test
  void refusesTwoComponentsWithOneDevice() throws IOException {
    repository.write(
        "images/test.toml",
        TestRepository.IMAGE.replace(
            "[files]", "[components.second]\nfrom = \"drivers/uart\"\ndevice = \"com1\"\n[files]"));
    String actual = assertThrows(ImageException.class, repository::plan).getMessage();
    assertTrue(actual.contains("no other end"), actual);
    repository.write(
        "drivers/uart/component.toml",
        TestRepository.UART.substring(0, TestRepository.UART.indexOf("[streams]")));
    int streams = TestRepository.IMAGE.indexOf("[[streams]]");
    repository.write(
        "services/console/component.toml",
        TestRepository.CONSOLE.substring(0, TestRepository.CONSOLE.indexOf("[streams]")));
    repository.write(
        "images/test.toml",
        TestRepository.IMAGE.substring(0, streams)
            + "[components.second]\nfrom = \"drivers/uart\"\ndevice = \"com1\"\n");
    actual = assertThrows(ImageException.class, repository::plan).getMessage();
    assertTrue(actual.contains("ports of second and uart overlap"), actual);
  }

  @Test
  void listsWhatThereIs() {
    String image =
        assertThrows(
                ImageException.class,
                () -> ImagePlanner.plan(folder, "none", Board.read(folder, "test")))
            .getMessage();
    assertEquals("unknown image 'none'; known: test", image);
    String board =
        assertThrows(ImageException.class, () -> Board.read(folder, "../test")).getMessage();
    assertEquals("unknown board '../test'; known: test", board);
  }
}
