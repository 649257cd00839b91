package edgex.bench.crypto.target;

import java.util.function.LongSupplier;

/** Repeats an operation by the time that the thread has had of the processor. */
public final class Sampler {
  /** Samples of one operation. */
  public static final int SAMPLES = 15;

  /** A sample is so long that neither the clock nor a rejection loop's luck counts. */
  private static final long SAMPLE_NANOS = 20_000_000;

  private final LongSupplier clock;
  private final long warmUpNanos;

  /**
   * Makes a sampler.
   *
   * @param clock the thread's processor time in nanoseconds
   * @param warmUpNanos how long an operation runs before it is measured
   */
  public Sampler(LongSupplier clock, long warmUpNanos) {
    this.clock = clock;
    this.warmUpNanos = warmUpNanos;
  }

  /** The rate of each sample. */
  public double[] measure(Operation operation) {
    int number = 0;
    long start = clock.getAsLong();
    long elapsed = 0;
    while (elapsed < warmUpNanos) {
      operation.run(number);
      number++;
      elapsed = clock.getAsLong() - start;
    }
    long runs = Math.max(1, SAMPLE_NANOS * number / elapsed);
    double[] rates = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      long begin = clock.getAsLong();
      for (long i = 0; i < runs; i++) {
        operation.run(number);
        number++;
      }
      rates[sample] = operation.rate(runs, clock.getAsLong() - begin);
    }
    return rates;
  }
}
