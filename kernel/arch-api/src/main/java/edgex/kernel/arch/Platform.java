package edgex.kernel.arch;

/** What the boot code found: memory, boot image, command line; and the machine's power switch. */
public final class Platform {
  private Platform() {}

  /**
   * Number of usable RAM regions, page-aligned, ascending, without the kernel and the boot image.
   */
  public static native int memoryRegionCount();

  /** Physical start of region {@code index}. */
  public static native long memoryRegionStart(int index);

  /** Size of region {@code index}. */
  public static native long memoryRegionSizeBytes(int index);

  /** All RAM of the machine, whoever uses it. */
  public static native long memoryTotalBytes();

  /** Physical start of the boot image, page-aligned; 0 when there is none. */
  public static native long bootImageStart();

  /** Size of the boot image. */
  public static native long bootImageSizeBytes();

  /** Length of the kernel's command line. */
  public static native int commandLineLength();

  /** Byte {@code index} of the command line. */
  public static native int commandLineByte(int index);

  /** Number of I/O ports, 0 where the architecture has none. */
  public static native int portCount();

  /** Reads a port; width 1, 2 or 4. */
  public static native int portRead(int port, int widthBytes);

  /** Writes a port; width 1, 2 or 4. */
  public static native void portWrite(int port, int widthBytes, int value);

  /**
   * Whether all of [start, start + size) may hold device registers: no RAM, and nothing that the
   * kernel drives itself. Both are multiples of the page size and not negative.
   */
  public static native boolean isDeviceMemory(long startPhysical, long sizeBytes);

  /** Writes one byte to the machine's first serial line, by polling: boot messages and panics. */
  public static native void consoleWrite(int value);

  /** Switches the machine off. Does not return where the machine can do it. */
  public static native void powerOff();

  /** Resets the machine. */
  public static native void reset();
}
