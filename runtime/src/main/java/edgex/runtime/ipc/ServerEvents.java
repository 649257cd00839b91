package edgex.runtime.ipc;

/** What a server handles beside requests. */
public interface ServerEvents {
  /**
   * The bound notification was signalled.
   *
   * @param bits what was set since the last time, not 0
   */
  void signalled(long bits);

  /** The moment of {@link Server#wakeAt} came. It is cleared before. */
  void deadlinePassed();
}
