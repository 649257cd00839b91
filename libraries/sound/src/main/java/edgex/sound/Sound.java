package edgex.sound;

/**
 * One channel of sound.
 *
 * @param rateHertz samples in a second, at least 1
 * @param samples the samples, -1 to 1 for full loudness; shared, not copied
 */
public record Sound(int rateHertz, float[] samples) {
  /** Checks the rate. */
  public Sound {
    if (rateHertz < 1) {
      throw new IllegalArgumentException("a sound needs at least one sample in a second");
    }
  }

  /** The same sound with another number of samples in a second. */
  public Sound at(int newRateHertz) {
    return newRateHertz == rateHertz ? this : new Resampler(rateHertz, newRateHertz).run(samples);
  }
}
