package edgex.training;

import edgex.onnx.model.Attribute;
import edgex.tensor.Convolution;
import edgex.tensor.ConvolutionGradient;
import edgex.tensor.FloatTensor;
import edgex.tensor.Gemm;
import edgex.tensor.LongTensor;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import edgex.tensor.Window;
import java.util.Map;

/**
 * Conv in one group: input [samples, channels, height, width], weights [outputs, channels, height,
 * width], bias [outputs].
 */
public final class PictureConvolve implements Operation {
  private final int stride;
  private final int padding;
  private final Gemm gemm = new Gemm();

  /**
   * Creates the operation.
   *
   * @param stride elements from window to window, down and across
   * @param padding zeros on each side
   */
  public PictureConvolve(int stride, int padding) {
    this.stride = stride;
    this.padding = padding;
  }

  private Window window(Shape input, Shape weights, int axis) {
    return Window.of(
        input.dimension(axis),
        weights.dimension(axis),
        stride,
        1,
        Window.Padding.EXPLICIT,
        padding,
        padding);
  }

  @Override
  public Shape resultShape(Shape... inputs) {
    boolean fits =
        inputs.length == 3
            && inputs[0].rank() == 4
            && inputs[1].rank() == 4
            && inputs[0].dimension(1) == inputs[1].dimension(1)
            && inputs[2].equals(Shape.of(inputs[1].dimension(0)));
    if (!fits) {
      throw new TensorException("cannot convolve " + inputs[0] + " with " + inputs[1]);
    }
    return Shape.of(
        inputs[0].dimension(0),
        inputs[1].dimension(0),
        window(inputs[0], inputs[1], 2).output(),
        window(inputs[0], inputs[1], 3).output());
  }

  @Override
  public void run(FloatTensor[] inputs, FloatTensor result) {
    Shape input = inputs[0].shape();
    Shape weights = inputs[1].shape();
    Convolution convolution =
        new Convolution(
            input.dimension(0),
            1,
            input.dimension(1),
            weights.dimension(0),
            window(input, weights, 2),
            window(input, weights, 3));
    float[] scratch = new float[(int) convolution.scratchElements()];
    convolution.run(gemm, inputs[0], inputs[1], inputs[2], result, scratch);
  }

  @Override
  public void differentiate(
      FloatTensor[] inputs,
      FloatTensor result,
      FloatTensor resultGradient,
      FloatTensor[] gradients) {
    Shape input = inputs[0].shape();
    Shape weights = inputs[1].shape();
    ConvolutionGradient gradient =
        new ConvolutionGradient(
            input.dimension(1),
            weights.dimension(0),
            window(input, weights, 2),
            window(input, weights, 3));
    if (gradients[0] != null) {
      gradient.addToInput(gemm, inputs[1], resultGradient, gradients[0]);
    }
    if (gradients[1] != null) {
      gradient.addToWeights(gemm, inputs[0], resultGradient, gradients[1]);
    }
    if (gradients[2] != null) {
      Sums.add(resultGradient, result.shape().product(2, 4), gradients[2]);
    }
  }

  @Override
  public String operator() {
    return "Conv";
  }

  @Override
  public Map<String, Attribute> attributes() {
    return Map.of(
        "strides", wholes(stride, stride), "pads", wholes(padding, padding, padding, padding));
  }

  static Attribute wholes(long... numbers) {
    return new Attribute.Wholes(LongTensor.of(Shape.of(numbers.length), numbers));
  }
}
