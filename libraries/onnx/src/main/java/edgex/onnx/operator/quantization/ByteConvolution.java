package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.window.ConvolutionShapes;
import edgex.onnx.operator.window.WindowAttributes;
import edgex.tensor.DirectConvolution;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** The convolution of bytes, their zero points taken away, into exact sums. */
final class ByteConvolution {
  private final WindowAttributes attributes;
  private final long groups;

  ByteConvolution(NodeContext context) throws ModelFormatException {
    this.attributes = new WindowAttributes(context);
    this.groups = context.whole("group", 1);
  }

  ConvolutionShapes shapes(Tensor input, Tensor weights) {
    return new ConvolutionShapes(attributes, groups, input.shape(), weights.shape());
  }

  /**
   * Computes all sums.
   *
   * @param inputZero zero point of the input, or null for 0
   * @param weightsZero zero points of the weights, one for all or for each output, or null for 0
   */
  static void run(
      ConvolutionShapes shapes,
      Tensor input,
      Tensor inputZero,
      Tensor weights,
      Tensor weightsZero,
      DirectConvolution.Sink sink) {
    long zero = inputZero == null ? 0 : Operands.whole(inputZero);
    Shape shape = weights.shape();
    int perOutput = Math.max(1, shape.product(1, shape.rank()));
    int zeros = weightsZero == null ? 0 : weightsZero.elementCount();
    if (zeros > 1 && zeros != shape.dimension(0)) {
      throw new TensorException("zero point " + weightsZero + " does not fit " + weights);
    }
    shapes
        .direct()
        .run(
            index -> (double) (input.getLong(index) - zero),
            index -> {
              int output = zeros > 1 ? index / perOutput : 0;
              return (double)
                  (weights.getLong(index) - (zeros == 0 ? 0 : weightsZero.getLong(output)));
            },
            sink);
  }
}
