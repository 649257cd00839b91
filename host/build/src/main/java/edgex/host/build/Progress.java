package edgex.host.build;

import java.io.PrintStream;

/** Tells the user on standard error what takes time: one line a step, with the seconds so far. */
public final class Progress {
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintStream output;
  private final long startNanos = System.nanoTime();

  /** Starts the clock. */
  public Progress(PrintStream output) {
    this.output = output;
  }

  /** Reports a step. */
  public void step(String what) {
    double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    output.printf("[%6.1f s] %s%n", seconds, what);
  }
}
