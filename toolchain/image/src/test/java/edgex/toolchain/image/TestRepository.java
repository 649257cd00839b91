package edgex.toolchain.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small repository in a temporary folder; tests change one file and look at the message. */
final class TestRepository {
  static final String UART =
      """
      description = "serial"
      main = "example.Uart"
      priority = 200
      heap = "256 KiB"
      memory = "2 MiB"
      restart = "always"
      uses = ["log"]
      [device]
      ports = ["registers"]
      interrupts = ["line"]
      [streams]
      reads = ["send"]
      writes = ["received"]
      """;

  static final String CONSOLE =
      """
      description = "terminal"
      main = "example.Console"
      priority = 190
      heap = "256 KiB"
      memory = "2 MiB"
      system = ["inspect", "power"]
      boot-image = true
      [streams]
      reads = ["received"]
      writes = ["send"]
      """;

  static final String LOG =
      """
      description = "log"
      main = "example.Log"
      priority = 100
      heap = "256 KiB"
      memory = "2 MiB"
      provides = ["log"]
      """;

  static final String TOOLS =
      """
      description = "tools"
      main = "example.Tools"
      priority = 10
      heap = "256 KiB"
      memory = "2 MiB"
      commands = ["ls", "cat"]
      arguments = ["--color"]
      """;

  static final String BOARD =
      """
      description = "a board"
      architecture = "x86_64"
      machine = "q35"
      [devices.com1]
      ports.registers = [0x3f8, 8]
      interrupts.line = 4
      """;

  static final String IMAGE =
      """
      description = "an image"
      root.from = "services/supervisor"
      [components.log]
      from = "services/log"
      [components.uart]
      from = "drivers/uart"
      device = "com1"
      priority = 210
      [components.console]
      from = "services/console"
      heap = "1 MiB"
      [components.tools]
      from = "apps/tools"
      [[streams]]
      from = "uart.received"
      to = "console.received"
      size = "8 KiB"
      [[streams]]
      from = "console.send"
      to = "uart.send"
      [files]
      "models" = "files"
      "etc/one" = "files/one.txt"
      """;

  private final Path root;

  TestRepository(Path root) throws IOException {
    this.root = root;
    write("drivers/uart/component.toml", UART);
    write("services/console/component.toml", CONSOLE);
    write("services/log/component.toml", LOG);
    write("apps/tools/component.toml", TOOLS);
    write(
        "services/supervisor/component.toml",
        "description = \"root\"\nmain = \"example.Supervisor\"\nheap = \"1 MiB\"\n");
    write("kernel/arch-x86_64/kernel.toml", "");
    write("boards/test.toml", BOARD);
    write("images/test.toml", IMAGE);
    write("files/one.txt", "one");
    write("files/deep/two.txt", "two");
  }

  Path root() {
    return root;
  }

  void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  ImagePlan plan() throws ImageException {
    return ImagePlanner.plan(root, "test", Board.read(root, "test"));
  }
}
