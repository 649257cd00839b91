package edgex.onnx.operator.normalization;

import edgex.tensor.Reduction;
import edgex.tensor.Tensor;

/**
 * Folds elements into their mean and variance, one element at a time, by Welford's method, which
 * does not cancel as a difference of sums would.
 */
final class MomentFolder implements Reduction.Folder {
  private final Tensor input;
  private final Tensor means;
  private final Tensor variances;
  private final int termCount;
  private int taken;
  private double mean;
  private double squares;

  MomentFolder(Tensor input, int termCount, Tensor means, Tensor variances) {
    this.input = input;
    this.termCount = termCount;
    this.means = means;
    this.variances = variances;
  }

  @Override
  public void begin() {
    taken = 0;
    mean = 0;
    squares = 0;
  }

  @Override
  public void take(int index) {
    double value = input.getDouble(index);
    double distance = value - mean;
    taken++;
    mean += distance / taken;
    squares += distance * (value - mean);
  }

  @Override
  public void end(int index) {
    means.setDouble(index, mean);
    variances.setDouble(index, squares / termCount);
  }
}
