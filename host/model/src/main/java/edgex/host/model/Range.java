package edgex.host.model;

/**
 * What values of a tensor were seen; 0 always counts, since padding has it.
 *
 * @param least at most 0
 * @param most at least 0
 */
record Range(float least, float most) {
  /** Steps between the numbers of 8 bits. */
  private static final int STEPS = 255;

  static final Range EMPTY = new Range(0, 0);

  Range with(double value) {
    return new Range((float) Math.min(least, value), (float) Math.max(most, value));
  }

  /** The distance of neighbouring numbers of 8 bits; 1 if there was nothing but 0. */
  float scale() {
    float scale = (most - least) / STEPS;
    return scale > 0 ? scale : 1;
  }

  /** Which of the numbers 0 to 255 stands for 0. */
  int zeroPoint() {
    return Math.max(0, Math.min(STEPS, Math.round(-least / scale())));
  }
}
