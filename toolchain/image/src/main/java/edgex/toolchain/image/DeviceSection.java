package edgex.toolchain.image;

import edgex.manifest.Grant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The device that an image gives to a component: its driver unless the image names another, and the
 * resources that the driver's {@code component.toml} asks for.
 */
final class DeviceSection {
  private static final Board.Device NOTHING = new Board.Device("", List.of(), Map.of(), Map.of());

  private final TomlSection image;
  private final Optional<String> name;
  private final Board.Device device;

  private DeviceSection(TomlSection image, Optional<String> name, Board.Device device) {
    this.image = image;
    this.name = name;
    this.device = device;
  }

  /** The device that the component's section of the image names, if it does. */
  static DeviceSection find(TomlSection image, Board board) throws ImageException {
    Optional<String> name = image.string("device");
    if (name.isEmpty()) {
      return new DeviceSection(image, name, NOTHING);
    }
    Board.Device device = board.devices().get(name.get());
    if (device == null) {
      throw image.failure(
          "device",
          "board "
              + board.name()
              + " has no device '"
              + name.get()
              + "'; it has: "
              + String.join(", ", board.devices().keySet()));
    }
    return new DeviceSection(image, name, device);
  }

  /** The folder of the component: what the image says, else the board's driver. */
  Path driverFolder(Path root) throws ImageException {
    return image.has("from") || device.driver().isEmpty()
        ? ComponentFolder.find(root, image)
        : ComponentFolder.find(root, image, "device", device.driver());
  }

  /** What the board tells the driver about the device. */
  List<String> arguments() {
    return device.arguments();
  }

  /**
   * The resources that a driver asks for.
   *
   * @param wanted the section {@code [device]} of its component.toml
   */
  List<Grant> grants(TomlSection wanted) throws ImageException {
    List<String> windows = wanted.strings("windows");
    List<String> optional = wanted.strings("optional-windows");
    List<String> interrupts = wanted.strings("interrupts");
    wanted.refuseUnknownKeys();
    if (name.isEmpty() && !(windows.isEmpty() && interrupts.isEmpty())) {
      image.requiredString("device");
    }
    List<Grant> grants = new ArrayList<>();
    for (String window : windows) {
      grants.add(resource(wanted, "windows", window, device.windows()));
    }
    for (String window : optional) {
      if (device.windows().containsKey(window)) {
        grants.add(device.windows().get(window));
      }
    }
    for (String line : interrupts) {
      grants.add(resource(wanted, "interrupts", line, device.interrupts()));
    }
    return grants;
  }

  private Grant resource(
      TomlSection wanted, String key, String resource, Map<String, ? extends Grant> resources)
      throws ImageException {
    Grant grant = resources.get(resource);
    if (grant == null) {
      throw wanted.failure(
          key,
          "device "
              + name.orElse("")
              + " has no "
              + key
              + " '"
              + resource
              + "'; it has: "
              + String.join(", ", resources.keySet()));
    }
    return grant;
  }
}
