package edgex.abi;

/**
 * What a capability allows. Rights only ever shrink: a derived capability holds a subset of its
 * parent's.
 *
 * <pre>
 *  bit      7         6         5       4        3      2       1      0
 *       | CONTROL | INSPECT | GRANT | RECEIVE | SEND | EXECUTE | WRITE | READ |
 * </pre>
 */
public final class Rights {
  /** Memory: may be mapped readable. Device window: may be read. Log: may be read. */
  public static final int READ = 1;

  /** Memory: may be mapped writable. Device window: may be written. Log: may be appended to. */
  public static final int WRITE = 1 << 1;

  /** Memory: may be mapped executable (never together with a writable mapping). */
  public static final int EXECUTE = 1 << 2;

  /** Endpoint: may call and send. Notification: may signal. */
  public static final int SEND = 1 << 3;

  /** Endpoint: may receive. Notification: may wait. */
  public static final int RECEIVE = 1 << 4;

  /** May be transferred in a message or granted into another process. */
  public static final int GRANT = 1 << 5;

  /** Process, thread, system: may be asked about its state. */
  public static final int INSPECT = 1 << 6;

  /** Process, thread: may be changed, started, stopped, destroyed. */
  public static final int CONTROL = 1 << 7;

  /** Every right; what the creator of an object holds. */
  public static final int ALL = 0xff;

  private Rights() {}
}
