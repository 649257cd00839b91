package edgex.abi;

/**
 * What the root process finds in the message bytes of its only thread: 64-bit words, in this order.
 * All are handles with all rights, unless said otherwise.
 */
public final class RootStart {
  /** Its own process. */
  public static final int PROCESS = 0;

  /** Its own thread. */
  public static final int THREAD = 1;

  /** The system object. */
  public static final int SYSTEM = 2;

  /** All I/O ports, as one device window; 0 where the machine has none. */
  public static final int PORTS = 3;

  /** The root of interrupt lines. */
  public static final int INTERRUPTS = 4;

  /** The boot image as read-only, executable memory. */
  public static final int BOOT_IMAGE = 5;

  /** Size of the boot image in bytes (a number). */
  public static final int BOOT_IMAGE_BYTES = 6;

  /** Address of the message page (a number). */
  public static final int MESSAGE_PAGE = 7;

  /** First address above the root process's segments (a number). */
  public static final int FREE_ADDRESS = 8;

  /** All device memory, as one device window that begins at physical address 0. */
  public static final int DEVICE_MEMORY = 9;

  /** How many words there are. */
  public static final int WORD_COUNT = 10;

  private RootStart() {}
}
