package edgex.toolchain.image;

import edgex.manifest.Grant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A machine, from {@code boards/NAME.toml}.
 *
 * @param name the file's name
 * @param architecture the processor
 * @param usual whether this is the board that is meant when only the architecture is named
 * @param emulator how QEMU is told to be this machine
 * @param memoryMebibytes RAM unless {@code --memory} says otherwise
 * @param devices by name
 */
public record Board(
    String name,
    String architecture,
    boolean usual,
    Emulator emulator,
    int memoryMebibytes,
    Map<String, Device> devices) {
  private static final long MAXIMUM_MEMORY_MEBIBYTES = 1 << 20;

  /**
   * How QEMU is told to be this machine.
   *
   * @param program the emulator
   * @param debianPackage where the program comes from
   * @param machine QEMU's {@code -machine}
   * @param processor QEMU's {@code -cpu}
   * @param firmwareSpeaks whether firmware writes to the console before the kernel does; the kernel
   *     then begins with a form feed
   * @param hostLink options that connect the character device {@code host-link}: the guest's second
   *     serial line
   * @param firmware for each kind of firmware, such as {@code uefi}, the options that put it into
   *     the machine, and the drive {@code boot-disk} with it
   */
  public record Emulator(
      String program,
      String debianPackage,
      String machine,
      String processor,
      boolean firmwareSpeaks,
      List<String> hostLink,
      Map<String, List<String>> firmware) {}

  /**
   * A device, with its resources under the names that its driver uses.
   *
   * @param driver the folder of its driver; empty: the image names one
   * @param arguments what the driver is told about the device
   * @param windows ranges of registers: {@link Grant.Ports} or {@link Grant.DeviceMemory}
   * @param interrupts interrupt lines
   */
  public record Device(
      String driver,
      List<String> arguments,
      Map<String, Grant> windows,
      Map<String, Grant.Interrupt> interrupts) {}

  /**
   * Reads a board.
   *
   * @throws ImageException naming the boards there are, if there is none of this name
   */
  public static Board read(Path root, String name) throws ImageException {
    Path file = folder(root).resolve(name + ".toml");
    if (!DescriptionFiles.isPlainName(name) || !Files.isRegularFile(file)) {
      throw new ImageException(
          "unknown board '" + name + "'; known: " + DescriptionFiles.list(folder(root)));
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
            section.flag("usual"),
            emulator(section.section("qemu")),
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

  /** All boards of the repository. */
  public static List<Board> all(Path root) throws ImageException {
    List<Board> boards = new ArrayList<>();
    for (String name : DescriptionFiles.names(folder(root))) {
      boards.add(read(root, name));
    }
    return boards;
  }

  /** Those boards of the repository that are meant when only an architecture is named. */
  public static List<Board> usual(Path root) throws ImageException {
    return all(root).stream().filter(Board::usual).toList();
  }

  /**
   * The usual board of an architecture.
   *
   * @throws ImageException if there is none
   */
  public static Board usual(Path root, String architecture) throws ImageException {
    for (Board board : usual(root)) {
      if (board.architecture.equals(architecture)) {
        return board;
      }
    }
    throw new ImageException("no board for the architecture " + architecture);
  }

  private static Path folder(Path root) {
    return root.resolve("boards");
  }

  private static Emulator emulator(TomlSection section) throws ImageException {
    Emulator emulator =
        new Emulator(
            section.requiredString("program"),
            section.requiredString("package"),
            section.requiredString("machine"),
            section.requiredString("processor"),
            section.flag("firmware-speaks"),
            section.strings("host-link"),
            firmware(section.section("firmware")));
    section.refuseUnknownKeys();
    return emulator;
  }

  private static Map<String, List<String>> firmware(TomlSection section) throws ImageException {
    Map<String, List<String>> kinds = new TreeMap<>();
    for (String kind : section.keys()) {
      kinds.put(kind, section.strings(kind));
    }
    return kinds;
  }

  private static Device device(TomlSection section) throws ImageException {
    Map<String, Grant> windows = new LinkedHashMap<>();
    addWindows(section.section("ports"), windows, Board::ports);
    addWindows(section.section("memory"), windows, Grant.DeviceMemory::new);
    Map<String, Grant.Interrupt> interrupts = new LinkedHashMap<>();
    TomlSection interruptSection = section.section("interrupts");
    for (String line : interruptSection.keys()) {
      long number = interruptSection.number(line, 0, Grant.Interrupt.MAXIMUM_LINE).orElseThrow();
      interrupts.put(line, new Grant.Interrupt(line, (int) number));
    }
    Device device =
        new Device(
            section.string("driver").orElse(""), section.strings("arguments"), windows, interrupts);
    section.refuseUnknownKeys();
    return device;
  }

  /** Makes a window of its name, its start and its size. */
  private interface WindowKind {
    Grant make(String name, long first, long count);
  }

  private static Grant ports(String name, long first, long count) {
    return new Grant.Ports(name, saturated(first), saturated(count));
  }

  private static void addWindows(TomlSection section, Map<String, Grant> windows, WindowKind kind)
      throws ImageException {
    for (String window : section.keys()) {
      List<Long> range = section.numbers(window, 2);
      try {
        windows.put(window, kind.make(window, range.get(0), range.get(1)));
      } catch (IllegalArgumentException refused) {
        throw section.failure(window, refused.getMessage());
      }
    }
  }

  /** What is out of an int's range is out of any port's, and stays so. */
  private static int saturated(long number) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }
}
