package edgex.bench.peers;

/** Cleaning up if this JVM is told to end, by Ctrl-C for example, in the middle of the work. */
final class ShutdownHooks {
  private ShutdownHooks() {}

  /** Has HOOK run at the end of this JVM; if that has begun, at once. */
  static void add(Thread hook) {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      hook.start();
    }
  }

  /** Forgets HOOK; if the end of this JVM has begun, it runs all the same. */
  static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // It cleans up what its owner cleans up as well, which is harmless.
      hook.setName("late: " + hook.getName());
    }
  }
}
