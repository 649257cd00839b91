package edgex.picture;

/**
 * Scales one channel of a picture to another size, each axis by itself: an axis that shrinks takes
 * the average over the area that a new pixel covers, one that grows interpolates linearly between
 * the centres of the old pixels.
 */
final class PictureScaler {
  private final int[] firsts;
  private final float[][] weights;

  /** The weights with which old pixels make each new one along an axis. */
  private PictureScaler(int from, int to) {
    this.firsts = new int[to];
    this.weights = new float[to][];
    for (int target = 0; target < to; target++) {
      if (to <= from) {
        average(target, from, to);
      } else {
        interpolate(target, from, to);
      }
    }
  }

  /**
   * Scales a plane of samples, row by row from the top.
   *
   * @return {@code toWidth} x {@code toHeight} samples in the range of the given ones
   */
  static float[] scale(float[] plane, int width, int height, int toWidth, int toHeight) {
    if (width == toWidth && height == toHeight) {
      return plane;
    }
    PictureScaler across = new PictureScaler(width, toWidth);
    PictureScaler down = new PictureScaler(height, toHeight);
    float[] narrowed = new float[toWidth * height];
    for (int row = 0; row < height; row++) {
      across.apply(plane, row * width, 1, narrowed, row * toWidth, 1);
    }
    float[] scaled = new float[toWidth * toHeight];
    for (int column = 0; column < toWidth; column++) {
      down.apply(narrowed, column, toWidth, scaled, column, toWidth);
    }
    return scaled;
  }

  private void average(int target, int from, int to) {
    double begin = (double) target * from / to;
    double end = (double) (target + 1) * from / to;
    int first = (int) begin;
    int last = Math.min(from, (int) Math.ceil(end));
    firsts[target] = first;
    weights[target] = new float[Math.max(1, last - first)];
    for (int index = 0; index < weights[target].length; index++) {
      double covered = Math.min(end, first + index + 1) - Math.max(begin, first + index);
      weights[target][index] = (float) (covered / (end - begin));
    }
  }

  private void interpolate(int target, int from, int to) {
    double centre = (target + 0.5) * from / to - 0.5;
    double clamped = Math.max(0, Math.min(from - 1, centre));
    int first = Math.min((int) clamped, Math.max(0, from - 2));
    firsts[target] = first;
    float fraction = (float) (clamped - first);
    weights[target] = from == 1 ? new float[] {1f} : new float[] {1f - fraction, fraction};
  }

  private void apply(float[] source, int start, int step, float[] result, int to, int toStep) {
    for (int target = 0; target < firsts.length; target++) {
      float[] terms = weights[target];
      int from = start + firsts[target] * step;
      float sum = 0;
      for (int index = 0; index < terms.length; index++) {
        sum += terms[index] * source[from + index * step];
      }
      result[to + target * toStep] = sum;
    }
  }
}
