package edgex.manifest;

/** Writes the text that {@link ManifestParser} reads; the format is described there. */
public final class ManifestWriter {
  private final StringBuilder text = new StringBuilder();

  private ManifestWriter() {}

  /** The manifest as ASCII text; equal manifests give equal texts. */
  public static String write(Manifest manifest) {
    ManifestWriter writer = new ManifestWriter();
    writer.line(ManifestParser.FIRST_LINE);
    for (Component component : manifest.components()) {
      writer.component(component);
    }
    for (StreamLink stream : manifest.streams()) {
      writer.line(
          "stream "
              + stream.producer()
              + " "
              + stream.producerSlot()
              + " "
              + stream.consumer()
              + " "
              + stream.consumerSlot()
              + " "
              + stream.capacityBytes());
    }
    writer.line("end");
    return writer.text.toString();
  }

  private void component(Component component) {
    line(
        "component "
            + component.name()
            + " "
            + Escapes.escape(component.program())
            + " "
            + component.start().word()
            + " "
            + component.restart().word()
            + " "
            + component.priority());
    Limits limits = component.limits();
    line(
        "limits "
            + limits.heapBytes()
            + " "
            + limits.stackBytes()
            + " "
            + limits.memoryBytes()
            + " "
            + limits.capabilities()
            + " "
            + limits.objects());
    for (String argument : component.arguments()) {
      // An empty argument is an empty word, so the dot keeps the line splittable.
      line("argument ." + Escapes.escape(argument));
    }
    for (String command : component.commands()) {
      line("command " + command);
    }
    for (String service : component.provides()) {
      line("provides " + service);
    }
    for (Grant grant : component.grants()) {
      line(grantLine(grant));
    }
  }

  private static String grantLine(Grant grant) {
    if (grant instanceof Grant.Service service) {
      return "service " + service.name();
    }
    if (grant instanceof Grant.Ports ports) {
      return "ports " + ports.name() + " " + ports.first() + " " + ports.count();
    }
    if (grant instanceof Grant.DeviceMemory memory) {
      return "device-memory " + memory.name() + " " + memory.address() + " " + memory.sizeBytes();
    }
    if (grant instanceof Grant.Interrupt interrupt) {
      return "interrupt " + interrupt.name() + " " + interrupt.line();
    }
    if (grant instanceof Grant.SystemObject system) {
      return "system " + system.rights();
    }
    return "boot-image";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
