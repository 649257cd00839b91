package edgex.abi;

/** What a thread does at the moment, as {@code threadInspect} reports it. */
public final class ThreadState {
  /** Created, never started. */
  public static final int INACTIVE = 0;

  /** Runs on a CPU. */
  public static final int RUNNING = 1;

  /** Could run. */
  public static final int READY = 2;

  /** Waits for a receiver of its message (a call, a send, or a fault). */
  public static final int SENDING = 3;

  /** Waits for a message. */
  public static final int RECEIVING = 4;

  /** Waits for the reply to its call or fault. */
  public static final int AWAITING_REPLY = 5;

  /** Waits for a notification. */
  public static final int WAITING = 6;

  /** Sleeps. */
  public static final int SLEEPING = 7;

  /** Suspended, or stopped by a fault that nobody resolved. */
  public static final int STOPPED = 8;

  private ThreadState() {}
}
