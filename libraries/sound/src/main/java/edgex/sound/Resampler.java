package edgex.sound;

/**
 * Brings sound to another rate: every new sample is the old sound, low-pass filtered below half of
 * the lower rate, at the new moment. The filter is a sinc under a Kaiser window; new moments fall
 * on one of a fixed set of phases between old samples, each with its own row of weights.
 */
final class Resampler {
  /**
   * Zero crossings of the sinc on each side: frequencies from 0.93 of the limit on are dampened.
   */
  private static final int CROSSINGS = 32;

  /** Share of half of the lower rate that passes: the window's slope lies between it and 1. */
  private static final double PASS_BAND = 0.94;

  /** Shape of the window: what should not pass is 80 dB down (0.1102 * (80 - 8.7)). */
  private static final double KAISER_BETA = 7.857;

  /** More phases than this are rounded to that many: an error of 1/2048 of a sample in time. */
  private static final int MOST_PHASES = 1024;

  private final int fromHertz;
  private final int toHertz;
  private final int phases;
  private final double cutoff;
  private final int reach;
  private final float[][] weights;

  Resampler(int fromHertz, int toHertz) {
    this.fromHertz = fromHertz;
    this.toHertz = toHertz;
    this.phases = Math.min(toHertz / greatestCommonDivisor(fromHertz, toHertz), MOST_PHASES);
    this.cutoff = PASS_BAND * Math.min(1, (double) toHertz / fromHertz);
    this.reach = (int) Math.ceil(CROSSINGS / cutoff);
    this.weights = new float[phases][];
  }

  private static int greatestCommonDivisor(int first, int second) {
    return second == 0 ? first : greatestCommonDivisor(second, first % second);
  }

  Sound run(float[] samples) throws SoundFormatException {
    long count = ((long) samples.length * toHertz + fromHertz - 1) / fromHertz;
    if (count > WaveReader.MAXIMUM_SAMPLES) {
      throw new SoundFormatException(
          "the sound is too long: " + count + " samples at " + toHertz + " Hz");
    }
    float[] result = new float[(int) count];
    for (int index = 0; index < result.length; index++) {
      long moment = (long) index * fromHertz;
      int before = (int) (moment / toHertz);
      int phase = (int) (moment % toHertz * phases / toHertz);
      result[index] = sum(samples, before, row(phase));
    }
    return new Sound(toHertz, result);
  }

  /** Weight {@code reach + k} belongs to the sample {@code k} after the one before the moment. */
  private float sum(float[] samples, int before, float[] row) {
    int first = before - reach;
    int begin = Math.max(0, -first);
    int end = Math.min(row.length, samples.length - first);
    float sum = 0;
    for (int tap = begin; tap < end; tap++) {
      sum += row[tap] * samples[first + tap];
    }
    return sum;
  }

  private float[] row(int phase) {
    if (weights[phase] == null) {
      double[] exact = new double[2 * reach + 2];
      double total = 0;
      for (int tap = 0; tap < exact.length; tap++) {
        exact[tap] = weight(tap - reach - (double) phase / phases);
        total += exact[tap];
      }
      weights[phase] = new float[exact.length];
      for (int tap = 0; tap < exact.length; tap++) {
        // A constant stays what it is.
        weights[phase][tap] = (float) (exact[tap] / total);
      }
    }
    return weights[phase];
  }

  private double weight(double distance) {
    double position = distance / (reach + 1);
    if (Math.abs(position) >= 1) {
      return 0;
    }
    double angle = Math.PI * distance * cutoff;
    double sinc = angle == 0 ? 1 : Math.sin(angle) / angle;
    return sinc * bessel(KAISER_BETA * Math.sqrt(1 - position * position));
  }

  /** The modified Bessel function of order 0, by its power series. */
  private static double bessel(double argument) {
    double sum = 1;
    double term = 1;
    for (int index = 1; term > 1e-12 * sum; index++) {
      double factor = argument / (2 * index);
      term *= factor * factor;
      sum += term;
    }
    return sum;
  }
}
