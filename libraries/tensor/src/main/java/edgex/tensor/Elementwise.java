package edgex.tensor;

import edgex.tensor.kernel.Activation;
import edgex.tensor.kernel.FloatKernels;

/**
 * Operations that work on each element by itself, with broadcasting where there are two operands.
 *
 * <p>Floats have loops of their own for the operations that models spend time in; every other type
 * goes through {@code double} (floating-point types) or {@code long} (integers), which hold all
 * their values exactly.
 */
public final class Elementwise {
  private Elementwise() {}

  /** A function of one floating-point number. */
  public interface RealFunction {
    /** The function's value at {@code x}. */
    double apply(double x);
  }

  /** A function of two floating-point numbers. */
  public interface RealOperation {
    /** The result for the operands {@code a} and {@code b}. */
    double apply(double a, double b);
  }

  /** A function of two integers; unsigned 64-bit numbers come as their bits. */
  public interface WholeOperation {
    /** The result for the operands {@code a} and {@code b}. */
    long apply(long a, long b);
  }

  /** Sets every element of {@code result} to the function's value at the one of {@code input}. */
  public static void map(RealFunction function, Tensor input, Tensor result) {
    int count = input.elementCount();
    for (int index = 0; index < count; index++) {
      result.setDouble(index, function.apply(input.getDouble(index)));
    }
  }

  /** Sets every float of {@code result} to the one of {@code input}, or 0 if that is negative. */
  public static void relu(FloatTensor input, FloatTensor result) {
    activate(Activation.RELU, Activation.noParameters(), input, result);
  }

  /** Sets every float of {@code result} to the activation of the one of {@code input}. */
  public static void activate(
      Activation activation, float[] parameters, FloatTensor input, FloatTensor result) {
    FloatKernels.activate(
        activation.code(),
        parameters,
        input.values(),
        input.offset(),
        result.values(),
        result.offset(),
        input.elementCount());
  }

  /** Multiplies every float by a factor and adds a summand. */
  public static void scale(FloatTensor tensor, float factor, float summand) {
    float[] values = tensor.values();
    for (int index = tensor.offset(); index < tensor.offset() + tensor.elementCount(); index++) {
      values[index] = values[index] * factor + summand;
    }
  }

  /** Combines floating-point tensors of one type element by element. */
  public static void combine(
      Broadcast broadcast, RealOperation operation, Tensor left, Tensor right, Tensor result) {
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            double a = left.getDouble(starts[0] + i * steps[0]);
            double b = right.getDouble(starts[1] + i * steps[1]);
            result.setDouble(to + i, operation.apply(a, b));
          }
        });
  }

  /** Combines integer tensors of one type element by element; results wrap around. */
  public static void combineWhole(
      Broadcast broadcast, WholeOperation operation, Tensor left, Tensor right, Tensor result) {
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            long a = left.getLong(starts[0] + i * steps[0]);
            long b = right.getLong(starts[1] + i * steps[1]);
            result.setLong(to + i, operation.apply(a, b));
          }
        });
  }
}
