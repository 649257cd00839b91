package edgex.kernel.arch;

/** The one simulated processor. */
public final class Cpu {
  private static Context context;
  private static int pollsUntilInterrupt = -1;

  private Cpu() {}

  static void install() {
    context = null;
    pollsUntilInterrupt = -1;
  }

  /** What the CPU goes on with; null: idle. */
  static Context context() {
    return context;
  }

  /** An interrupt will be pending from the given number of polls on; negative: never. */
  static void interruptAfter(int polls) {
    pollsUntilInterrupt = polls;
  }

  /** Always 0. */
  public static int current() {
    return 0;
  }

  /** Always 1. */
  public static int count() {
    return 1;
  }

  /** Chooses what to go on with. */
  public static void setContext(Context next) {
    context = next;
  }

  /** Chooses to idle. */
  public static void setIdle() {
    context = null;
  }

  /** Whether an interrupt waits. */
  public static boolean interruptPending() {
    if (pollsUntilInterrupt > 0) {
      pollsUntilInterrupt--;
    }
    return pollsUntilInterrupt == 0;
  }

  /** Ends the test, unless that expects a panic. */
  @SuppressWarnings("DoNotCallSuggester") // an architecture's stop is called
  public static void stop() {
    throw new IllegalStateException("kernel panic: " + Platform.consoleText());
  }
}
