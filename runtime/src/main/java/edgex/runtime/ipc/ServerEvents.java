package edgex.runtime.ipc;

/** What a server handles beside requests. */
public interface ServerEvents {
  /** For servers that answer requests and hear nothing else. */
  ServerEvents NONE =
      new ServerEvents() {
        @Override
        public void signalled(long bits) {}

        @Override
        public void deadlinePassed() {}
      };

  /**
   * The bound notification was signalled.
   *
   * @param bits what was set since the last time, not 0
   */
  void signalled(long bits);

  /** The moment of {@link Server#wakeAt} came. It is cleared before. */
  void deadlinePassed();
}
