package edgex.tensor;

import java.util.Arrays;

/**
 * The discrete Fourier transform of any length, in double precision: by halves where the length is
 * a power of two, else as a convolution of such a length (Bluestein's algorithm).
 *
 * <p>An instance owns its tables and buffers: one thread at a time.
 */
public final class FourierTransform {
  private final int length;
  private final int paddedLength;
  private final boolean powerOfTwo;
  private final double[] cosines;
  private final double[] sines;

  /** For other lengths: the chirp exp(-i pi n^2 / length), and the transform of its conjugate. */
  private double[] chirpReal;

  private double[] chirpImaginary;
  private double[] filterReal;
  private double[] filterImaginary;
  private double[] workReal;
  private double[] workImaginary;

  /** Prepares transforms of {@code length} numbers, from 1 to 2^26. */
  public FourierTransform(int length) {
    if (length < 1 || length > 1 << 26) {
      throw new TensorException("a Fourier transform of " + length + " numbers is too large");
    }
    this.length = length;
    this.powerOfTwo = Integer.bitCount(length) == 1;
    this.paddedLength = powerOfTwo ? length : Integer.highestOneBit(2 * length - 1) * 2;
    this.cosines = new double[Math.max(1, paddedLength / 2)];
    this.sines = new double[cosines.length];
    for (int index = 0; index < cosines.length; index++) {
      double angle = -2 * Math.PI * index / paddedLength;
      cosines[index] = Math.cos(angle);
      sines[index] = Math.sin(angle);
    }
    if (!powerOfTwo) {
      prepareChirp();
    }
  }

  private void prepareChirp() {
    chirpReal = new double[length];
    chirpImaginary = new double[length];
    filterReal = new double[paddedLength];
    filterImaginary = new double[paddedLength];
    workReal = new double[paddedLength];
    workImaginary = new double[paddedLength];
    for (int index = 0; index < length; index++) {
      // The square is taken modulo the period so that the angle stays small and exact.
      double angle = -Math.PI * ((long) index * index % (2L * length)) / length;
      chirpReal[index] = Math.cos(angle);
      chirpImaginary[index] = Math.sin(angle);
      int mirror = (paddedLength - index) % paddedLength;
      filterReal[index] = chirpReal[index];
      filterReal[mirror] = chirpReal[index];
      filterImaginary[index] = -chirpImaginary[index];
      filterImaginary[mirror] = -chirpImaginary[index];
    }
    transformPowerOfTwo(filterReal, filterImaginary);
  }

  /** Replaces complex numbers by their transform. */
  public void forward(double[] real, double[] imaginary) {
    if (powerOfTwo) {
      transformPowerOfTwo(real, imaginary);
    } else {
      transformByConvolution(real, imaginary);
    }
  }

  /** Replaces complex numbers by their inverse transform, divided by the length. */
  public void inverse(double[] real, double[] imaginary) {
    // With the parts exchanged, the forward transform turns the other way round.
    forward(imaginary, real);
    for (int index = 0; index < length; index++) {
      real[index] /= length;
      imaginary[index] /= length;
    }
  }

  private void transformByConvolution(double[] real, double[] imaginary) {
    Arrays.fill(workReal, 0);
    Arrays.fill(workImaginary, 0);
    for (int index = 0; index < length; index++) {
      workReal[index] = real[index] * chirpReal[index] - imaginary[index] * chirpImaginary[index];
      workImaginary[index] =
          real[index] * chirpImaginary[index] + imaginary[index] * chirpReal[index];
    }
    transformPowerOfTwo(workReal, workImaginary);
    for (int index = 0; index < paddedLength; index++) {
      double product =
          workReal[index] * filterReal[index] - workImaginary[index] * filterImaginary[index];
      workImaginary[index] =
          workReal[index] * filterImaginary[index] + workImaginary[index] * filterReal[index];
      workReal[index] = product;
    }
    transformPowerOfTwo(workImaginary, workReal);
    for (int index = 0; index < length; index++) {
      double re = workReal[index] / paddedLength;
      double im = workImaginary[index] / paddedLength;
      real[index] = re * chirpReal[index] - im * chirpImaginary[index];
      imaginary[index] = re * chirpImaginary[index] + im * chirpReal[index];
    }
  }

  private void transformPowerOfTwo(double[] real, double[] imaginary) {
    int shift = Integer.numberOfLeadingZeros(paddedLength) + 1;
    for (int index = 0; index < paddedLength && paddedLength > 1; index++) {
      int mirror = Integer.reverse(index) >>> shift;
      if (mirror > index) {
        swap(real, index, mirror);
        swap(imaginary, index, mirror);
      }
    }
    for (int half = 1; half < paddedLength; half *= 2) {
      int stride = paddedLength / (2 * half);
      for (int start = 0; start < paddedLength; start += 2 * half) {
        for (int place = 0; place < half; place++) {
          butterfly(real, imaginary, start + place, half, place * stride);
        }
      }
    }
  }

  private void butterfly(double[] real, double[] imaginary, int low, int half, int turn) {
    int high = low + half;
    double re = real[high] * cosines[turn] - imaginary[high] * sines[turn];
    double im = real[high] * sines[turn] + imaginary[high] * cosines[turn];
    real[high] = real[low] - re;
    imaginary[high] = imaginary[low] - im;
    real[low] += re;
    imaginary[low] += im;
  }

  private static void swap(double[] values, int a, int b) {
    double kept = values[a];
    values[a] = values[b];
    values[b] = kept;
  }
}
