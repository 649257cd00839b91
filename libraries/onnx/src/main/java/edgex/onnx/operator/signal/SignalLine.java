package edgex.onnx.operator.signal;

import edgex.tensor.FourierTransform;
import edgex.tensor.Tensor;
import java.util.Arrays;

/** A line of complex numbers between tensors, whose last axis holds the parts, and a transform. */
final class SignalLine {
  private final FourierTransform transform;
  private final double[] real;
  private final double[] imaginary;

  SignalLine(FourierTransform transform, int length) {
    this.transform = transform;
    this.real = new double[length];
    this.imaginary = new double[length];
  }

  /** Reads {@code count} numbers of {@code parts} elements each; those after them are 0. */
  void read(Tensor input, int start, int stride, int parts, int count) {
    Arrays.fill(real, 0);
    Arrays.fill(imaginary, 0);
    for (int index = 0; index < count; index++) {
      real[index] = input.getDouble(start + index * stride);
      imaginary[index] = parts == 2 ? input.getDouble(start + index * stride + 1) : 0;
    }
  }

  /** Multiplies the numbers by those of a window; what is beyond it becomes 0. */
  void weigh(Tensor window) {
    for (int index = 0; index < real.length; index++) {
      double factor = index < window.elementCount() ? window.getDouble(index) : 0;
      real[index] *= factor;
      imaginary[index] *= factor;
    }
  }

  /** Completes the spectrum of a real signal from its first {@code count} numbers. */
  void mirror(int count) {
    for (int index = count; index < real.length; index++) {
      real[index] = real[real.length - index];
      imaginary[index] = -imaginary[real.length - index];
    }
  }

  void transform(boolean inverse) {
    if (inverse) {
      transform.inverse(real, imaginary);
    } else {
      transform.forward(real, imaginary);
    }
  }

  /**
   * Writes the first {@code count} numbers of {@code parts} elements each.
   *
   * @param to the first number's place, and {@code stride} the distance, counted in numbers
   */
  void write(Tensor result, int to, int stride, int parts, int count) {
    for (int index = 0; index < count; index++) {
      int place = (to + index * stride) * parts;
      result.setDouble(place, real[index]);
      if (parts == 2) {
        result.setDouble(place + 1, imaginary[index]);
      }
    }
  }
}
