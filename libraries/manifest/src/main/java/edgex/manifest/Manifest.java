package edgex.manifest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything the supervisor starts. A component's number is its place in the list, from 1; the
 * supervisor itself, which is not in the list, provides {@link #SUPERVISOR_SERVICE}.
 *
 * @param components in the order in which they are started
 * @param streams the rings between them
 */
public record Manifest(List<Component> components, List<StreamLink> streams) {
  /** Where the boot image keeps the manifest. */
  public static final String IMAGE_PATH = "system/components";

  /** The service of the supervisor itself. */
  public static final String SUPERVISOR_SERVICE = "supervisor";

  /** Most components. */
  public static final int MAXIMUM_COMPONENTS = 1024;

  /**
   * Checks how the components fit together.
   *
   * @throws IllegalArgumentException if a name is used twice, a service has no provider, a device
   *     has two drivers, or a stream's end does not exist
   */
  public Manifest {
    components = List.copyOf(components);
    streams = List.copyOf(streams);
    if (components.size() > MAXIMUM_COMPONENTS) {
      throw new IllegalArgumentException("more than " + MAXIMUM_COMPONENTS + " components");
    }
    checkNames(components);
    checkServices(components);
    checkDevices(components);
    checkStreams(components, streams);
  }

  /** The number of a component: its badge at every service. 0 if there is no such component. */
  public int numberOf(String componentName) {
    for (int index = 0; index < components.size(); index++) {
      if (components.get(index).name().equals(componentName)) {
        return index + 1;
      }
    }
    return 0;
  }

  /** The component that a shell command starts, or null. */
  public Component componentOfCommand(String command) {
    for (Component component : components) {
      if (component.commands().contains(command)) {
        return component;
      }
    }
    return null;
  }

  private static void checkNames(List<Component> components) {
    Set<String> names = new HashSet<>();
    Set<String> commands = new HashSet<>();
    Set<String> services = new HashSet<>();
    services.add(SUPERVISOR_SERVICE);
    for (Component component : components) {
      requireNew(names, "component", component.name());
      for (String command : component.commands()) {
        requireNew(commands, "command", command);
      }
      for (String service : component.provides()) {
        requireNew(services, "service", service);
      }
    }
  }

  private static void requireNew(Set<String> seen, String what, String name) {
    if (!seen.add(name)) {
      throw new IllegalArgumentException("two have the " + what + " name " + name);
    }
  }

  private static void checkServices(List<Component> components) {
    Set<String> provided = new HashSet<>();
    provided.add(SUPERVISOR_SERVICE);
    for (Component component : components) {
      provided.addAll(component.provides());
    }
    for (Component component : components) {
      for (Grant grant : component.grants()) {
        if (grant instanceof Grant.Service service && !provided.contains(service.name())) {
          throw new IllegalArgumentException(
              "component " + component.name() + " uses " + service.name() + ": nobody provides it");
        }
      }
    }
  }

  private static void checkDevices(List<Component> components) {
    Map<Grant, String> windows = new HashMap<>();
    Map<Integer, String> lines = new HashMap<>();
    for (Component component : components) {
      for (Grant grant : component.grants()) {
        if (grant instanceof Grant.Ports || grant instanceof Grant.DeviceMemory) {
          checkWindow(windows, grant, component.name());
        } else if (grant instanceof Grant.Interrupt interrupt) {
          String owner = lines.put(interrupt.line(), component.name());
          if (owner != null) {
            throw new IllegalArgumentException(
                "interrupt line " + interrupt.line() + ": " + owner + " and " + component.name());
          }
        }
      }
    }
  }

  private static void checkWindow(Map<Grant, String> windows, Grant window, String component) {
    for (Map.Entry<Grant, String> other : windows.entrySet()) {
      if (overlap(window, other.getKey())) {
        throw new IllegalArgumentException(
            "registers of " + component + " and " + other.getValue() + " overlap");
      }
    }
    windows.put(window, component);
  }

  private static boolean overlap(Grant one, Grant other) {
    if (one instanceof Grant.Ports ports) {
      return other instanceof Grant.Ports others && ports.overlaps(others);
    }
    return one instanceof Grant.DeviceMemory memory
        && other instanceof Grant.DeviceMemory others
        && memory.overlaps(others);
  }

  private static void checkStreams(List<Component> components, List<StreamLink> streams) {
    Set<String> running = new HashSet<>();
    for (Component component : components) {
      if (component.start() == Start.BOOT) {
        running.add(component.name());
      }
    }
    Set<String> ends = new HashSet<>();
    for (StreamLink stream : streams) {
      checkEnd(running, ends, stream.producer(), stream.producerSlot());
      checkEnd(running, ends, stream.consumer(), stream.consumerSlot());
    }
  }

  private static void checkEnd(
      Set<String> running, Set<String> ends, String component, String slot) {
    if (!running.contains(component)) {
      throw new IllegalArgumentException(
          "stream end " + component + "." + slot + ": no such component is started at boot");
    }
    if (!ends.add(component + " " + slot)) {
      throw new IllegalArgumentException(
          "stream end " + component + "." + slot + " is connected twice");
    }
  }
}
