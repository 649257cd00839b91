package edgex.crypto.random;

/**
 * The health tests of a noise source (SP 800-90B, section 4.4): the repetition count test finds a
 * source that is stuck, the adaptive proportion test one that has lost much of its entropy. Each
 * fails a good source once in 2^20 samples or windows. A failure is for good.
 */
public final class HealthTests {
  /** Samples of a window for sources that are not binary. */
  public static final int WINDOW = 512;

  /** Samples that are tested before the first may be used (section 4.3). */
  public static final int STARTUP_SAMPLES = 1024;

  private static final double FALSE_ALARM_BITS = 20;

  private final int repetitionCutoff;
  private final int proportionCutoff;
  private int lastSample = -1;
  private int repetitions;
  private int windowSample;
  private int windowCount;
  private int windowPosition = WINDOW;
  private boolean failed;

  /**
   * Makes tests for a source.
   *
   * @throws IllegalArgumentException unless the entropy is more than 0 and at most 8 bits
   */
  public HealthTests(double entropyBitsPerSample) {
    if (!(entropyBitsPerSample > 0 && entropyBitsPerSample <= 8)) {
      throw new IllegalArgumentException("entropy of a sample: " + entropyBitsPerSample + " bits");
    }
    repetitionCutoff = 1 + (int) Math.ceil(FALSE_ALARM_BITS / entropyBitsPerSample);
    proportionCutoff = proportionCutoff(Math.pow(2, -entropyBitsPerSample));
  }

  /**
   * Section 4.4.2: 1 more than the number of successes that a binomial distribution of {@link
   * #WINDOW} trials stays at or under with probability 1 - 2^-20.
   */
  private static int proportionCutoff(double probability) {
    double logarithm = WINDOW * Math.log(1 - probability);
    double ratio = Math.log(probability) - Math.log(1 - probability);
    double cumulated = Math.exp(logarithm);
    int successes = 0;
    while (cumulated < 1 - Math.pow(2, -FALSE_ALARM_BITS) && successes < WINDOW) {
      logarithm += Math.log((double) (WINDOW - successes) / (successes + 1)) + ratio;
      successes++;
      cumulated += Math.exp(logarithm);
    }
    return 1 + successes;
  }

  /** Samples of one value in a row that make the first test fail. */
  public int repetitionCutoff() {
    return repetitionCutoff;
  }

  /** Samples of one value in a window that make the second test fail. */
  public int proportionCutoff() {
    return proportionCutoff;
  }

  /** Whether a test has failed. */
  public boolean hasFailed() {
    return failed;
  }

  /** Takes in a sample; false if a test has failed, now or before. */
  public boolean accept(int sample) {
    repetitions = sample == lastSample ? repetitions + 1 : 1;
    lastSample = sample;
    if (windowPosition == WINDOW) {
      windowSample = sample;
      windowCount = 0;
      windowPosition = 0;
    }
    windowPosition++;
    if (sample == windowSample) {
      windowCount++;
    }
    failed |= repetitions >= repetitionCutoff || windowCount >= proportionCutoff;
    return !failed;
  }
}
