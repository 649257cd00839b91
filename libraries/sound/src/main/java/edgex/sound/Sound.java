package edgex.sound;

/** One channel of sound: samples from -1 to 1, which is full loudness. */
public final class Sound {
  private final int rateHertz;
  private final float[] samples;

  /**
   * A sound of the given samples, which are kept, not copied.
   *
   * @param rateHertz samples in a second, at least 1
   */
  public Sound(int rateHertz, float[] samples) {
    if (rateHertz < 1) {
      throw new IllegalArgumentException("a sound needs at least one sample in a second");
    }
    this.rateHertz = rateHertz;
    this.samples = samples;
  }

  /** Samples in a second. */
  public int rateHertz() {
    return rateHertz;
  }

  /** The samples; shared, not a copy. */
  public float[] samples() {
    return samples;
  }

  /**
   * The same sound with another number of samples in a second.
   *
   * @throws SoundFormatException if it would have more than {@link WaveReader#MAXIMUM_SAMPLES}
   */
  public Sound at(int newRateHertz) throws SoundFormatException {
    return newRateHertz == rateHertz ? this : new Resampler(rateHertz, newRateHertz).run(samples);
  }
}
