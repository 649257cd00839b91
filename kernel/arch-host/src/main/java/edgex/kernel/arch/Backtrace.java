package edgex.kernel.arch;

/** The simulated machine's stack is the JVM's. */
public final class Backtrace {
  private Backtrace() {}

  /** Prints the Java stack. */
  public static void print() {
    for (StackTraceElement element : Thread.currentThread().getStackTrace()) {
      for (char character : (element + "\n").toCharArray()) {
        Platform.consoleWrite(character);
      }
    }
  }
}
