package edgex.kernel.arch;

import java.nio.charset.StandardCharsets;

/** The simulated board; {@link HostMachine} sets it up. */
public final class Platform {
  /** How many I/O ports the simulated machine has. */
  public static final int PORTS = 65536;

  private static final int[] ports = new int[PORTS];
  private static final StringBuilder console = new StringBuilder();
  private static long regionStart;
  private static long regionBytes;
  private static int regions;
  private static long totalBytes;
  private static long imageStart;
  private static long imageBytes;
  private static byte[] commandLine = new byte[0];
  private static int powerActions;

  private Platform() {}

  static void install(long start, long sizeBytes, long total, int regionCount) {
    regionStart = start;
    regionBytes = (sizeBytes / regionCount) & -AddressSpace.PAGE_SIZE_BYTES;
    regions = regionCount;
    totalBytes = total;
    console.setLength(0);
    powerActions = 0;
    java.util.Arrays.fill(ports, 0);
  }

  static void setBootImage(long start, long sizeBytes) {
    imageStart = start;
    imageBytes = sizeBytes;
  }

  static void setCommandLine(String text) {
    commandLine = text.getBytes(StandardCharsets.UTF_8);
  }

  static String consoleText() {
    return console.toString();
  }

  static int powerActions() {
    return powerActions;
  }

  /** Number of usable RAM regions. */
  public static int memoryRegionCount() {
    return regions;
  }

  /** Physical start of a region. */
  public static long memoryRegionStart(int index) {
    return regionStart + index * regionBytes;
  }

  /** Size of a region; its last page is a hole in RAM unless it is the only one. */
  public static long memoryRegionSizeBytes(int index) {
    return regions == 1 ? regionBytes : regionBytes - AddressSpace.PAGE_SIZE_BYTES;
  }

  /** All RAM of the machine. */
  public static long memoryTotalBytes() {
    return totalBytes;
  }

  /** Physical start of the boot image. */
  public static long bootImageStart() {
    return imageStart;
  }

  /** Size of the boot image. */
  public static long bootImageSizeBytes() {
    return imageBytes;
  }

  /** Length of the command line. */
  public static int commandLineLength() {
    return commandLine.length;
  }

  /** A byte of the command line. */
  public static int commandLineByte(int index) {
    return commandLine[index] & 0xff;
  }

  /** Number of I/O ports. */
  public static int portCount() {
    return PORTS;
  }

  /** Reads a port: what was written there last. */
  public static int portRead(int port, int widthBytes) {
    checkPort(port, widthBytes);
    return ports[port];
  }

  /** Writes a port. */
  public static void portWrite(int port, int widthBytes, int value) {
    checkPort(port, widthBytes);
    ports[port] = value;
  }

  private static void checkPort(int port, int widthBytes) {
    if (port < 0 || widthBytes < 1 || port + widthBytes > PORTS) {
      throw new IndexOutOfBoundsException("port " + port + " width " + widthBytes);
    }
  }

  /** Collects the console's output. */
  public static void consoleWrite(int value) {
    console.append((char) value);
  }

  /** Counts that the machine was to be switched off. */
  public static void powerOff() {
    powerActions++;
  }

  /** Counts that the machine was to be reset. */
  public static void reset() {
    powerActions++;
  }
}
