package edgex.toolchain.image;

import edgex.manifest.Grant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine, from {@code boards/NAME.toml}.
 *
 * @param name the file's name
 * @param architecture the processor
 * @param machine what QEMU calls the machine
 * @param memoryMebibytes RAM unless {@code --memory} says otherwise
 * @param devices by name
 */
public record Board(
    String name,
    String architecture,
    String machine,
    int memoryMebibytes,
    Map<String, Device> devices) {
  private static final long MAXIMUM_MEMORY_MEBIBYTES = 1 << 20;

  /**
   * A device, with its resources under the names that its driver uses.
   *
   * @param ports windows of I/O ports
   * @param interrupts interrupt lines
   */
  public record Device(Map<String, Grant.Ports> ports, Map<String, Grant.Interrupt> interrupts) {}

  /**
   * Reads a board.
   *
   * @throws ImageException naming the boards there are, if there is none of this name
   */
  public static Board read(Path root, String name) throws ImageException {
    Path file = root.resolve("boards").resolve(name + ".toml");
    if (!DescriptionFiles.isPlainName(name) || !Files.isRegularFile(file)) {
      throw new ImageException(
          "unknown board '" + name + "'; known: " + DescriptionFiles.list(root.resolve("boards")));
    }
    TomlSection section = TomlSection.read(root, file);
    section.requiredString("description");
    Map<String, Device> devices = new LinkedHashMap<>();
    TomlSection deviceSections = section.section("devices");
    for (String device : deviceSections.keys()) {
      devices.put(device, device(deviceSections.section(device)));
    }
    Board board =
        new Board(
            name,
            architecture(root, section),
            section.requiredString("machine"),
            section.number("memory", 1, MAXIMUM_MEMORY_MEBIBYTES).orElse(256L).intValue(),
            devices);
    section.refuseUnknownKeys();
    return board;
  }

  private static String architecture(Path root, TomlSection section) throws ImageException {
    String architecture = section.requiredString("architecture");
    if (!architecture.matches("\\w+")
        || !Files.isDirectory(root.resolve("kernel/arch-" + architecture))) {
      throw section.failure(
          "architecture", "there is no kernel for the architecture '" + architecture + "'");
    }
    return architecture;
  }

  private static Device device(TomlSection section) throws ImageException {
    Map<String, Grant.Ports> ports = new LinkedHashMap<>();
    TomlSection portSection = section.section("ports");
    for (String window : portSection.keys()) {
      List<Long> range = portSection.numbers(window, 2);
      try {
        ports.put(
            window, new Grant.Ports(window, saturated(range.get(0)), saturated(range.get(1))));
      } catch (IllegalArgumentException refused) {
        throw portSection.failure(window, refused.getMessage());
      }
    }
    Map<String, Grant.Interrupt> interrupts = new LinkedHashMap<>();
    TomlSection interruptSection = section.section("interrupts");
    for (String line : interruptSection.keys()) {
      long number = interruptSection.number(line, 0, Grant.Interrupt.MAXIMUM_LINE).orElseThrow();
      interrupts.put(line, new Grant.Interrupt(line, (int) number));
    }
    section.refuseUnknownKeys();
    return new Device(ports, interrupts);
  }

  /** What is out of an int's range is out of any port's, and stays so. */
  private static int saturated(long number) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }
}
