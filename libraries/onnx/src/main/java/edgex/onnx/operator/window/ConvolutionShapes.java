package edgex.onnx.operator.window;

import edgex.tensor.Convolution;
import edgex.tensor.DirectConvolution;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import edgex.tensor.Window;
import java.util.Arrays;

/** The shapes of a convolution, checked: input [N, C, ...], weights [M, C / group, ...]. */
public final class ConvolutionShapes {
  private final int batches;
  private final int groups;
  private final int channels;
  private final int outputs;
  private final Window[] windows;

  /**
   * The convolution of an input with weights.
   *
   * @throws TensorException if they do not fit each other or the attributes
   */
  public ConvolutionShapes(WindowAttributes attributes, long groups, Shape input, Shape weights) {
    if (input.rank() < 3 || weights.rank() != input.rank()) {
      throw new TensorException("input " + input + " and weights " + weights + " do not fit");
    }
    if (groups < 1 || groups > Shape.MAXIMUM_ELEMENTS) {
      throw new TensorException("attribute group is " + groups);
    }
    this.batches = input.dimension(0);
    this.channels = input.dimension(1);
    this.outputs = weights.dimension(0);
    this.groups = (int) groups;
    if (weights.dimension(1) * groups != channels) {
      throw new TensorException(
          "weights " + weights + " do not fit " + channels + " channels in " + groups + " groups");
    }
    int[] extents = Arrays.copyOfRange(weights.toArray(), 2, weights.rank());
    int[] kernel = attributes.kernel();
    if (kernel != null && !Arrays.equals(kernel, extents)) {
      throw new TensorException("kernel_shape differs from the shape of the weights " + weights);
    }
    this.windows = attributes.windows(input, extents);
  }

  /** Shape of the result: [N, M, positions...]. */
  public Shape result() {
    return WindowAttributes.resultShape(batches, outputs, windows);
  }

  /** Number of outputs: M. */
  int outputs() {
    return outputs;
  }

  /** The convolution of floats. */
  Convolution fast() {
    return new Convolution(batches, groups, channels, outputs, windows);
  }

  /** The convolution of any numbers. */
  public DirectConvolution direct() {
    return new DirectConvolution(batches, groups, channels, outputs, windows);
  }
}
