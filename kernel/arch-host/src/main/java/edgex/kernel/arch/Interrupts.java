package edgex.kernel.arch;

/** The simulated interrupt controller: which lines may interrupt. */
public final class Interrupts {
  private static final int LINES = 32;
  private static final boolean[] open = new boolean[LINES];

  private Interrupts() {}

  static void install() {
    java.util.Arrays.fill(open, false);
  }

  static boolean isOpen(int line) {
    return open[line];
  }

  /** How many lines there are. */
  public static int lineCount() {
    return LINES;
  }

  /** Lets a line interrupt. */
  public static void unmask(int line) {
    open[line] = true;
  }

  /** Stops a line. */
  public static void mask(int line) {
    open[line] = false;
  }
}
