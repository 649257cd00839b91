package edgex.tensor;

import edgex.tensor.kernel.FloatKernels;

/**
 * Softmax and its logarithm along one axis. The largest element is subtracted first, so that no
 * exponential overflows; sums are kept in double precision.
 */
public final class Softmax {
  private Softmax() {}

  /** Sets {@code result} to {@code exp(x) / sum(exp(x))}, the sum taken along {@code axis}. */
  public static void run(Tensor input, int axis, Tensor result) {
    int length = input.shape().dimension(axis);
    boolean contiguous = input.shape().product(axis + 1, input.shape().rank()) == 1;
    if (contiguous
        && length > 0
        && input instanceof FloatTensor from
        && result instanceof FloatTensor to) {
      int lines = input.elementCount() / length;
      FloatKernels.softmax(from.values(), from.offset(), to.values(), to.offset(), lines, length);
      return;
    }
    Lines.forEach(input.shape(), axis, new Exponentials(input, result));
  }

  /** Sets {@code result} to {@code x - log(sum(exp(x)))}, the sum taken along {@code axis}. */
  public static void runLogarithm(Tensor input, int axis, Tensor result) {
    Lines.forEach(input.shape(), axis, new Logarithms(input, result));
  }

  private static double largest(Tensor input, int start, int stride, int count) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < count; step++) {
      largest = Math.max(largest, input.getDouble(start + step * stride));
    }
    return largest;
  }

  private record Exponentials(Tensor input, Tensor result) implements Lines.Line {
    @Override
    public void run(int start, int stride, int count) {
      double largest = largest(input, start, stride, count);
      double sum = 0;
      for (int step = 0; step < count; step++) {
        sum += Math.exp(input.getDouble(start + step * stride) - largest);
      }
      for (int step = 0; step < count; step++) {
        int index = start + step * stride;
        result.setDouble(index, Math.exp(input.getDouble(index) - largest) / sum);
      }
    }
  }

  private record Logarithms(Tensor input, Tensor result) implements Lines.Line {
    @Override
    public void run(int start, int stride, int count) {
      double largest = largest(input, start, stride, count);
      double sum = 0;
      for (int step = 0; step < count; step++) {
        sum += Math.exp(input.getDouble(start + step * stride) - largest);
      }
      double logarithm = largest + Math.log(sum);
      for (int step = 0; step < count; step++) {
        int index = start + step * stride;
        result.setDouble(index, input.getDouble(index) - logarithm);
      }
    }
  }
}
