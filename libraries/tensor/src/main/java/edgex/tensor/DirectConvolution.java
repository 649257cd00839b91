package edgex.tensor;

import java.util.Arrays;

/**
 * Convolution of any element type, one sum at a time in double precision, which holds the sums of
 * products of 8-bit integers exactly. {@link Convolution} is the fast one for floats.
 *
 * <p>Layouts are those of {@link Convolution}. Padding counts as the value that stands for 0.
 */
public final class DirectConvolution {
  /** A factor of the convolution: the value of an element by its flat index. */
  public interface Factor {
    /** The value, its zero point taken away. */
    double get(int index);
  }

  /** Receives the sums. */
  public interface Sink {
    /** Takes the sum for the element {@code index} of the result. */
    void put(int index, double sum);
  }

  private final int batches;
  private final int groups;
  private final int channels;
  private final int outputs;
  private final Window[] axes;

  /**
   * Plans a convolution.
   *
   * @throws TensorException if channels or outputs do not divide by the number of groups
   */
  public DirectConvolution(int batches, int groups, int channels, int outputs, Window... axes) {
    Convolution.requireGroups(groups, channels, outputs);
    this.batches = batches;
    this.groups = groups;
    this.channels = channels;
    this.outputs = outputs;
    this.axes = Arrays.copyOf(axes, axes.length);
  }

  /** Computes the convolution without a bias. */
  public void run(Factor input, Factor weights, Sink result) {
    WindowTaps taps = new WindowTaps(axes);
    int channelsPerGroup = channels / groups;
    int outputsPerGroup = outputs / groups;
    int index = 0;
    for (int plane = 0; plane < batches * outputs; plane++) {
      int output = plane % outputs;
      int firstChannel = plane / outputs * channels + output / outputsPerGroup * channelsPerGroup;
      taps.restart();
      for (int position = 0; position < taps.positions(); position++) {
        double sum = 0;
        for (int channel = 0; channel < channelsPerGroup; channel++) {
          int from = (firstChannel + channel) * taps.inputElements();
          int weightsFrom = (output * channelsPerGroup + channel) * taps.kernelElements();
          for (int tap = 0; tap < taps.count(); tap++) {
            double factor = weights.get(weightsFrom + taps.kernelIndex(tap));
            sum += input.get(from + taps.inputIndex(tap)) * factor;
          }
        }
        result.put(index++, sum);
        taps.advance();
      }
    }
  }
}
