package edgex.onnx.operator.reduction;

import edgex.tensor.ElementType;
import edgex.tensor.Reduction;
import edgex.tensor.Tensor;

/**
 * Folds integers and truth values exactly, wrapping around; roots and logarithms are cut to
 * integers.
 */
final class WholeFolder implements Reduction.Folder {
  private final ReductionKind kind;
  private final Tensor input;
  private final Tensor result;
  private final int termCount;
  private long value;
  private double exponentials;

  WholeFolder(ReductionKind kind, Tensor input, Tensor result, int termCount) {
    this.kind = kind;
    this.input = input;
    this.result = result;
    this.termCount = termCount;
  }

  @Override
  public void begin() {
    exponentials = 0;
    value =
        switch (kind) {
          case PRODUCT -> 1;
          case MAXIMUM -> input.type().lowestWhole();
          case MINIMUM -> input.type().highestWhole();
          default -> 0;
        };
  }

  @Override
  public void take(int index) {
    long term = input.getLong(index);
    switch (kind) {
      case PRODUCT -> value *= term;
      case MAXIMUM -> value = compare(term, value) > 0 ? term : value;
      case MINIMUM -> value = compare(term, value) < 0 ? term : value;
      case ABSOLUTE_SUM -> value += isNegative(term) ? -term : term;
      case EUCLIDEAN, SQUARE_SUM -> value += term * term;
      case LOGARITHM_OF_EXPONENTIALS -> exponentials += Math.exp(input.getDouble(index));
      default -> value += term;
    }
  }

  private int compare(long a, long b) {
    return input.type() == ElementType.UINT64 ? Long.compareUnsigned(a, b) : Long.compare(a, b);
  }

  private boolean isNegative(long term) {
    return term < 0 && !input.type().isUnsigned();
  }

  @Override
  public void end(int index) {
    switch (kind) {
      case MEAN -> result.setLong(index, termCount == 0 ? 0 : value / termCount);
      case EUCLIDEAN -> result.setDouble(index, Math.sqrt((double) value));
      case LOGARITHM_OF_SUM -> result.setDouble(index, Math.log((double) value));
      case LOGARITHM_OF_EXPONENTIALS -> result.setDouble(index, Math.log(exponentials));
      default -> result.setLong(index, value);
    }
  }
}
