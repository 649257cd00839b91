package edgex.tensor;

import edgex.tensor.kernel.FloatKernels;

/** Operations on two floats, with broadcasting. The kernels know their codes. */
public enum FloatArithmetic {
  ADD(0),
  SUBTRACT(1),
  MULTIPLY(2),
  DIVIDE(3),
  MAXIMUM(4),
  MINIMUM(5);

  private final int code;

  FloatArithmetic(int code) {
    this.code = code;
  }

  /** Sets {@code result} to {@code left OPERATION right}. */
  public void run(Broadcast broadcast, FloatTensor left, FloatTensor right, FloatTensor result) {
    broadcast.forEachRun(
        (starts, steps, to, count) ->
            FloatKernels.combine(
                code,
                left.values(),
                left.offset() + starts[0],
                steps[0],
                right.values(),
                right.offset() + starts[1],
                steps[1],
                result.values(),
                result.offset() + to,
                count));
  }
}
