package edgex.abi;

/** What {@code capabilityListProcess} writes to the message bytes: 64-bit words, in this order. */
public final class CapabilityRecord {
  /** The handle in its process. */
  public static final int HANDLE = 0;

  /** One of {@link ObjectType}. */
  public static final int TYPE = 1;

  /** A set of {@link Rights}. */
  public static final int RIGHTS = 2;

  /** Number of the object, unique among the living ones of its type. */
  public static final int OBJECT = 3;

  /** The badge; 0: none. */
  public static final int BADGE = 4;

  /** 1 when the object no longer exists, otherwise 0. */
  public static final int STALE = 5;

  /** How many words there are. */
  public static final int WORD_COUNT = 6;

  private CapabilityRecord() {}
}
