package edgex.toolchain.image;

import edgex.abi.Rights;
import edgex.manifest.Component;
import edgex.manifest.Grant;
import edgex.manifest.Limits;
import edgex.manifest.Names;
import edgex.manifest.RestartPolicy;
import edgex.manifest.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One component of an image: what its {@code component.toml} says, changed where the image's own
 * section says otherwise. {@code docs/components.md} describes the keys.
 */
final class ComponentSection {
  private static final Map<String, Integer> SYSTEM_RIGHTS = systemRights();
  private static final long DEFAULT_STACK_BYTES = 128 << 10;
  private static final long DEFAULT_CAPABILITIES = 128;
  private static final long DEFAULT_OBJECTS = 64;

  private final String name;
  private final TomlSection image;
  private final TomlSection own;
  private final ProgramPlan program;
  private final Component component;
  private final List<String> reads;
  private final List<String> writes;

  /** Reads a component; {@code image} is its section in the image file. */
  ComponentSection(Path root, String name, TomlSection image, Board board) throws ImageException {
    this.name = name;
    this.image = image;
    if (!Names.isName(name)) {
      throw image.failure(
          "the component's name '" + name + "' must be 1 to 64 of a-z 0-9 - . : / _");
    }
    Path folder = ComponentFolder.find(root, image);
    own = TomlSection.read(root, folder.resolve(ComponentFolder.FILE));
    own.requiredString("description");
    Limits limits = limits();
    program =
        new ProgramPlan(
            folder.getFileName().toString(),
            folder,
            own.requiredString("main"),
            limits.heapBytes());
    component = component(limits, board);
    TomlSection streams = own.section("streams");
    reads = streams.strings("reads");
    writes = streams.strings("writes");
    streams.refuseUnknownKeys();
    own.refuseUnknownKeys();
    image.refuseUnknownKeys();
  }

  String name() {
    return name;
  }

  ProgramPlan program() {
    return program;
  }

  Component component() {
    return component;
  }

  /** The streams that the component reads. */
  List<String> reads() {
    return reads;
  }

  /** The streams that the component writes. */
  List<String> writes() {
    return writes;
  }

  /** A failure at one of the keys of {@code component.toml}. */
  ImageException failure(String key, String reason) {
    return own.failure(key, reason);
  }

  private Component component(Limits limits, Board board) throws ImageException {
    List<String> commands = sectionWith("commands").strings("commands");
    List<String> provides = own.strings("provides");
    List<Grant> grants = grants(board);
    int priority = number("priority", 0, Component.MAXIMUM_PRIORITY, Optional.empty());
    RestartPolicy restart = restart();
    List<String> arguments = sectionWith("arguments").strings("arguments");
    try {
      return new Component(
          name,
          program.imagePath(),
          commands.isEmpty() ? Start.BOOT : Start.COMMAND,
          priority,
          restart,
          limits,
          arguments,
          commands,
          provides,
          grants);
    } catch (IllegalArgumentException refused) {
      throw own.failure("main", refused.getMessage());
    }
  }

  private RestartPolicy restart() throws ImageException {
    TomlSection section = sectionWith("restart");
    String word = section.string("restart").orElse(RestartPolicy.NEVER.word());
    RestartPolicy policy = RestartPolicy.ofWord(word);
    if (policy == null) {
      throw section.failure(
          "restart", "restart = \"" + word + "\": choose never, on-fault or always");
    }
    return policy;
  }

  private Limits limits() throws ImageException {
    long heapBytes = bytes("heap", Optional.empty());
    long stackBytes = bytes("stack", Optional.of(DEFAULT_STACK_BYTES));
    long memoryBytes = bytes("memory", Optional.empty());
    int capabilities =
        number("capabilities", 1, Limits.MAXIMUM_COUNT, Optional.of(DEFAULT_CAPABILITIES));
    int objects = number("objects", 1, Limits.MAXIMUM_COUNT, Optional.of(DEFAULT_OBJECTS));
    try {
      return new Limits(heapBytes, stackBytes, memoryBytes, capabilities, objects);
    } catch (IllegalArgumentException refused) {
      throw sectionWith("memory").failure("memory", refused.getMessage());
    }
  }

  /** The image's section if it sets the key, else the component's own. */
  private TomlSection sectionWith(String key) {
    own.has(key);
    return image.has(key) ? image : own;
  }

  private long bytes(String key, Optional<Long> fallback) throws ImageException {
    TomlSection section = sectionWith(key);
    Optional<Long> bytes = section.bytes(key).or(() -> fallback);
    return bytes.orElseThrow(() -> section.failure(key, "'" + key + "' is missing"));
  }

  private int number(String key, long minimum, long maximum, Optional<Long> fallback)
      throws ImageException {
    TomlSection section = sectionWith(key);
    Optional<Long> number = section.number(key, minimum, maximum).or(() -> fallback);
    return number.orElseThrow(() -> section.failure(key, "'" + key + "' is missing")).intValue();
  }

  private List<Grant> grants(Board board) throws ImageException {
    List<Grant> grants = new ArrayList<>();
    try {
      for (String service : own.strings("uses")) {
        grants.add(new Grant.Service(service));
      }
    } catch (IllegalArgumentException refused) {
      throw own.failure("uses", refused.getMessage());
    }
    List<String> rights = own.strings("system");
    if (!rights.isEmpty()) {
      grants.add(new Grant.SystemObject(systemRights(rights)));
    }
    if (own.flag("boot-image")) {
      grants.add(new Grant.BootImage());
    }
    grants.addAll(deviceGrants(board));
    return grants;
  }

  private int systemRights(List<String> words) throws ImageException {
    int rights = 0;
    for (String word : words) {
      Integer right = SYSTEM_RIGHTS.get(word);
      if (right == null) {
        throw own.failure(
            "system",
            "the system object has no right '"
                + word
                + "'; there are: "
                + String.join(", ", SYSTEM_RIGHTS.keySet()));
      }
      rights |= right;
    }
    return rights;
  }

  private List<Grant> deviceGrants(Board board) throws ImageException {
    TomlSection wanted = own.section("device");
    List<String> ports = wanted.strings("ports");
    List<String> interrupts = wanted.strings("interrupts");
    wanted.refuseUnknownKeys();
    if (ports.isEmpty() && interrupts.isEmpty()) {
      return List.of();
    }
    String deviceName = image.requiredString("device");
    Board.Device device = board.devices().get(deviceName);
    if (device == null) {
      throw image.failure(
          "device",
          "board "
              + board.name()
              + " has no device '"
              + deviceName
              + "'; it has: "
              + String.join(", ", board.devices().keySet()));
    }
    List<Grant> grants = new ArrayList<>();
    for (String window : ports) {
      grants.add(resource(wanted, "ports", deviceName, window, device.ports()));
    }
    for (String line : interrupts) {
      grants.add(resource(wanted, "interrupts", deviceName, line, device.interrupts()));
    }
    return grants;
  }

  private static Grant resource(
      TomlSection wanted,
      String key,
      String deviceName,
      String resource,
      Map<String, ? extends Grant> resources)
      throws ImageException {
    Grant grant = resources.get(resource);
    if (grant == null) {
      throw wanted.failure(
          key,
          "device "
              + deviceName
              + " has no "
              + key
              + " '"
              + resource
              + "'; it has: "
              + String.join(", ", resources.keySet()));
    }
    return grant;
  }

  private static Map<String, Integer> systemRights() {
    Map<String, Integer> rights = new LinkedHashMap<>();
    rights.put("inspect", Rights.INSPECT);
    rights.put("power", Rights.CONTROL);
    rights.put("log-read", Rights.READ);
    rights.put("log-append", Rights.WRITE);
    return rights;
  }
}
