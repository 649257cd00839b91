package edgex.abi;

/** What {@code systemInspect} writes to the message bytes: 64-bit words, in this order. */
public final class SystemRecord {
  /** All RAM of the machine. */
  public static final int RAM_BYTES = 0;

  /** Pages that the kernel gave to the allocator at boot. */
  public static final int MANAGED_PAGES = 1;

  /** Pages that are free now. */
  public static final int FREE_PAGES = 2;

  /** CPUs in use. */
  public static final int CPU_COUNT = 3;

  /** Time since boot. */
  public static final int UPTIME_NANOS = 4;

  /** Time that CPUs had nothing to do, summed. */
  public static final int IDLE_NANOS = 5;

  /** Capabilities in use. */
  public static final int CAPABILITIES_USED = 6;

  /** Capabilities that there can be. */
  public static final int CAPABILITIES_SIZE = 7;

  /** Mappings in use. */
  public static final int MAPPINGS_USED = 8;

  /** Mappings that there can be. */
  public static final int MAPPINGS_SIZE = 9;

  /**
   * Used and size of the pool of each object type, from {@link ObjectType#PROCESS} to {@link
   * ObjectType#DEVICE}.
   */
  public static final int POOLS = 10;

  /** How many interrupts came to CPUs that had nothing to do, since boot. */
  public static final int IDLE_WAKEUPS = POOLS + 2 * ObjectType.DEVICE;

  /** How many words there are. */
  public static final int WORD_COUNT = IDLE_WAKEUPS + 1;

  private SystemRecord() {}
}
