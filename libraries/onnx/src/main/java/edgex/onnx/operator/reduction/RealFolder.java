package edgex.onnx.operator.reduction;

import edgex.tensor.Reduction;
import edgex.tensor.Tensor;

/** Folds floating-point numbers, in double precision. */
final class RealFolder implements Reduction.Folder {
  private final ReductionKind kind;
  private final Tensor input;
  private final Tensor result;
  private final int termCount;
  private double value;

  /** The largest term so far, by which exponentials are scaled so that none overflows. */
  private double largest;

  RealFolder(ReductionKind kind, Tensor input, Tensor result, int termCount) {
    this.kind = kind;
    this.input = input;
    this.result = result;
    this.termCount = termCount;
  }

  @Override
  public void begin() {
    largest = Double.NEGATIVE_INFINITY;
    value =
        switch (kind) {
          case PRODUCT -> 1;
          case MAXIMUM -> Double.NEGATIVE_INFINITY;
          case MINIMUM -> Double.POSITIVE_INFINITY;
          default -> 0;
        };
  }

  @Override
  public void take(int index) {
    double term = input.getDouble(index);
    switch (kind) {
      case SUM, MEAN, LOGARITHM_OF_SUM -> value += term;
      case PRODUCT -> value *= term;
      case MAXIMUM -> value = Math.max(value, term);
      case MINIMUM -> value = Math.min(value, term);
      case ABSOLUTE_SUM -> value += Math.abs(term);
      case EUCLIDEAN, SQUARE_SUM -> value += term * term;
      default -> takeExponential(term);
    }
  }

  private void takeExponential(double term) {
    if (term > largest) {
      value = value * Math.exp(largest - term) + 1;
      largest = term;
    } else if (term > Double.NEGATIVE_INFINITY || Double.isNaN(term)) {
      value += Math.exp(term - largest);
    }
  }

  @Override
  public void end(int index) {
    result.setDouble(
        index,
        switch (kind) {
          case MEAN -> value / termCount;
          case EUCLIDEAN -> Math.sqrt(value);
          case LOGARITHM_OF_SUM -> Math.log(value);
          case LOGARITHM_OF_EXPONENTIALS -> value == 0 ? largest : largest + Math.log(value);
          default -> value;
        });
  }
}
