package edgex.training;

import edgex.tensor.FloatTensor;

/** Sums of a gradient over what was repeated. */
final class Sums {
  private Sums() {}

  /**
   * Adds each element of {@code gradient} to the element of {@code target} that it was repeated
   * from.
   *
   * @param inner how many elements in a row came from one element of {@code target}; those of a
   *     whole {@code target} follow each other and begin anew
   */
  static void add(FloatTensor gradient, int inner, FloatTensor target) {
    int count = target.elementCount();
    float[] source = gradient.values();
    float[] sums = target.values();
    for (int index = 0; index < gradient.elementCount(); index++) {
      sums[target.offset() + index / inner % count] += source[gradient.offset() + index];
    }
  }
}
