package edgex.tensor;

/**
 * The four basic operations on floats, with broadcasting.
 *
 * <p>Each is a loop of its own over plain arrays: a call per element, through an interface with
 * many implementations, would cost more than the arithmetic.
 */
public enum FloatArithmetic {
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE;

  /** Sets {@code result} to {@code left OPERATION right}. */
  public void run(Broadcast broadcast, FloatTensor left, FloatTensor right, FloatTensor result) {
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          Line a = new Line(left.values(), left.offset() + starts[0], steps[0]);
          Line b = new Line(right.values(), right.offset() + starts[1], steps[1]);
          combine(a, b, result.values(), result.offset() + to, count);
        });
  }

  /** Elements at {@code start}, {@code start + step} and so on. */
  private static final class Line {
    final float[] values;
    final int start;
    final int step;

    Line(float[] values, int start, int step) {
      this.values = values;
      this.start = start;
      this.step = step;
    }
  }

  private void combine(Line a, Line b, float[] result, int to, int count) {
    switch (this) {
      case ADD -> add(a, b, result, to, count);
      case SUBTRACT -> subtract(a, b, result, to, count);
      case MULTIPLY -> multiply(a, b, result, to, count);
      default -> divide(a, b, result, to, count);
    }
  }

  private static void add(Line left, Line right, float[] result, int to, int count) {
    float[] a = left.values;
    float[] b = right.values;
    int i = left.start;
    int k = right.start;
    for (int index = to; index < to + count; index++) {
      result[index] = a[i] + b[k];
      i += left.step;
      k += right.step;
    }
  }

  private static void subtract(Line left, Line right, float[] result, int to, int count) {
    float[] a = left.values;
    float[] b = right.values;
    int i = left.start;
    int k = right.start;
    for (int index = to; index < to + count; index++) {
      result[index] = a[i] - b[k];
      i += left.step;
      k += right.step;
    }
  }

  private static void multiply(Line left, Line right, float[] result, int to, int count) {
    float[] a = left.values;
    float[] b = right.values;
    int i = left.start;
    int k = right.start;
    for (int index = to; index < to + count; index++) {
      result[index] = a[i] * b[k];
      i += left.step;
      k += right.step;
    }
  }

  private static void divide(Line left, Line right, float[] result, int to, int count) {
    float[] a = left.values;
    float[] b = right.values;
    int i = left.start;
    int k = right.start;
    for (int index = to; index < to + count; index++) {
      result[index] = a[i] / b[k];
      i += left.step;
      k += right.step;
    }
  }
}
