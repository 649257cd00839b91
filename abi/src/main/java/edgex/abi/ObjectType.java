package edgex.abi;

/** The types of kernel object, as {@code capabilityInspect} reports them. */
public final class ObjectType {
  /** Address space, capability table and quota. */
  public static final int PROCESS = 1;

  /** Registers, priority and message page. */
  public static final int THREAD = 2;

  /** Rendezvous for synchronous messages. */
  public static final int ENDPOINT = 3;

  /** The way back to one caller. */
  public static final int REPLY = 4;

  /** Sixty-four bits that signals are ORed into. */
  public static final int NOTIFICATION = 5;

  /** Physically contiguous pages. */
  public static final int MEMORY = 6;

  /** One interrupt line. */
  public static final int INTERRUPT = 7;

  /** A window of device registers. */
  public static final int DEVICE = 8;

  /** Machine state, power, kernel log. */
  public static final int SYSTEM = 9;

  private ObjectType() {}
}
