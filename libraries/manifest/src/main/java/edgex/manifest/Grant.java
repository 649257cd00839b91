package edgex.manifest;

/** One capability that a component is given at its start, under a name of its own. */
public sealed interface Grant
    permits Grant.Service,
        Grant.Ports,
        Grant.DeviceMemory,
        Grant.Interrupt,
        Grant.SystemObject,
        Grant.BootImage {

  /** The name under which the component finds the capability. */
  String name();

  /**
   * The endpoint of whoever provides a service, with the right to call it and the component's
   * number as badge.
   *
   * @param name the service, for example {@code log} or {@code files:/tmp}
   */
  record Service(String name) implements Grant {
    /** Checks the name. */
    public Service {
      Names.check("service", name);
    }
  }

  /**
   * A window of I/O ports.
   *
   * @param name what the component calls the window
   * @param first the first port
   * @param count how many ports, at least 1
   */
  record Ports(String name, int first, int count) implements Grant {
    /** x86 has this many ports. */
    public static final int PORT_COUNT = 1 << 16;

    /** Checks that the window lies inside the port space. */
    public Ports {
      Names.check("ports", name);
      if (first < 0 || count < 1 || count > PORT_COUNT - first) {
        throw new IllegalArgumentException(
            "ports " + name + ": " + count + " from " + first + " are not all in 0 to 65535");
      }
    }

    /** True if a port belongs to both windows. */
    public boolean overlaps(Ports other) {
      return first < other.first + other.count && other.first < first + count;
    }
  }

  /**
   * A range of registers that are reached like memory.
   *
   * @param name what the component calls the range
   * @param address the physical address of its first page
   * @param sizeBytes whole pages, since a page is the least that can be mapped
   */
  record DeviceMemory(String name, long address, long sizeBytes) implements Grant {
    /** What addresses and sizes are multiples of. */
    public static final int PAGE_BYTES = 4096;

    /** Checks that the range is made of pages and does not wrap around. */
    public DeviceMemory {
      Names.check("memory", name);
      if (address < 0
          || sizeBytes < 1
          || sizeBytes > Long.MAX_VALUE - address
          || (address | sizeBytes) % PAGE_BYTES != 0) {
        throw new IllegalArgumentException(
            "memory " + name + ": " + sizeBytes + " from " + address + " are not whole pages");
      }
    }

    /** True if a page belongs to both ranges. */
    public boolean overlaps(DeviceMemory other) {
      return address < other.address + other.sizeBytes && other.address < address + sizeBytes;
    }
  }

  /**
   * An interrupt line.
   *
   * @param name what the component calls the line
   * @param line the board's number of the line
   */
  record Interrupt(String name, int line) implements Grant {
    /** More lines than any supported interrupt controller has. */
    public static final int MAXIMUM_LINE = 4095;

    /** Checks the range of the line. */
    public Interrupt {
      Names.check("interrupt", name);
      if (line < 0 || line > MAXIMUM_LINE) {
        throw new IllegalArgumentException(
            "interrupt " + name + ": line " + line + " is not in 0 to " + MAXIMUM_LINE);
      }
    }
  }

  /**
   * The kernel's system object.
   *
   * @param rights the bits of {@code edgex.abi.Rights} that are left on it
   */
  record SystemObject(int rights) implements Grant {
    /** Checks that the rights are bits that exist, and at least one. */
    public SystemObject {
      if (rights < 1 || rights > 0xff) {
        throw new IllegalArgumentException("system: rights " + rights + " are not in 1 to 255");
      }
    }

    @Override
    public String name() {
      return "system";
    }
  }

  /** The boot image as read-only memory. */
  record BootImage() implements Grant {
    @Override
    public String name() {
      return "boot-image";
    }
  }
}
