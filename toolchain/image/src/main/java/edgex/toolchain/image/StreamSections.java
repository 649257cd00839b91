package edgex.toolchain.image;

import edgex.manifest.StreamLink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Connects the streams that components declare, as the image's {@code [[streams]]} say. */
final class StreamSections {
  private static final long DEFAULT_CAPACITY_BYTES = 4096;

  private final List<ComponentSection> components;
  private final Set<String> connected = new HashSet<>();

  StreamSections(List<ComponentSection> components) {
    this.components = components;
  }

  List<StreamLink> read(List<TomlSection> sections) throws ImageException {
    List<StreamLink> links = new ArrayList<>();
    for (TomlSection section : sections) {
      links.add(link(section));
    }
    for (ComponentSection component : components) {
      requireConnected(component, "writes", component.writes());
      requireConnected(component, "reads", component.reads());
    }
    return links;
  }

  private StreamLink link(TomlSection section) throws ImageException {
    End from = end(section, "from");
    End to = end(section, "to");
    requireSlot(section, "from", from, from.component.writes(), "writes");
    requireSlot(section, "to", to, to.component.reads(), "reads");
    long capacityBytes = section.bytes("size").orElse(DEFAULT_CAPACITY_BYTES);
    if (!StreamLink.isCapacity(capacityBytes)) {
      throw section.failure("size", "the size of a stream is a power of two from 64 B to 16 MiB");
    }
    section.refuseUnknownKeys();
    return new StreamLink(
        from.component.name(), from.slot, to.component.name(), to.slot, (int) capacityBytes);
  }

  private record End(ComponentSection component, String slot) {
    @Override
    public String toString() {
      return component.name() + "." + slot;
    }
  }

  private End end(TomlSection section, String key) throws ImageException {
    String text = section.requiredString(key);
    int dot = text.indexOf('.');
    for (ComponentSection component : components) {
      if (dot > 0 && component.name().equals(text.substring(0, dot))) {
        return new End(component, text.substring(dot + 1));
      }
    }
    throw section.failure(
        key, "'" + text + "' is not COMPONENT.STREAM with a component of this image");
  }

  private void requireSlot(
      TomlSection section, String key, End end, List<String> slots, String verb)
      throws ImageException {
    if (!slots.contains(end.slot)) {
      throw section.failure(
          key,
          end.component.name()
              + " "
              + verb
              + " no stream '"
              + end.slot
              + "'; it "
              + verb
              + ": "
              + (slots.isEmpty() ? "none" : String.join(", ", slots)));
    }
    if (!connected.add(end + " " + verb)) {
      throw section.failure(key, "the stream " + end + " is already connected");
    }
  }

  private void requireConnected(ComponentSection component, String verb, List<String> slots)
      throws ImageException {
    for (String slot : slots) {
      if (!connected.contains(new End(component, slot) + " " + verb)) {
        throw component.failure(
            "streams",
            component.name()
                + " "
                + verb
                + " the stream '"
                + slot
                + "', which has no other end: add [[streams]] for it to the image");
      }
    }
  }
}
