package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.window.ConvolutionShapes;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * QLinearConv: the convolution of quantized input and weights, quantized again. Inputs: input, its
 * scale and zero point, weights, their scales and zero points, scale and zero point of the result,
 * bias in 32-bit integers.
 */
final class QuantizedConvolutionOperator implements Operator {
  private static final int WEIGHTS = 3;
  private static final int WEIGHTS_SCALE = 4;
  private static final int WEIGHTS_ZERO = 5;
  private static final int RESULT_SCALE = 6;
  private static final int RESULT_ZERO = 7;
  private static final int BIAS = 8;

  private final ByteConvolution convolution;

  QuantizedConvolutionOperator(NodeContext context) throws ModelFormatException {
    this.convolution = new ByteConvolution(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    for (int index : new int[] {0, WEIGHTS, RESULT_ZERO}) {
      ElementType type = inputs.get(index);
      inputs.require(index, type == ElementType.INT8 || type == ElementType.UINT8);
    }
    for (int index : new int[] {1, WEIGHTS_SCALE, RESULT_SCALE}) {
      inputs.exactly(index, ElementType.FLOAT32);
    }
    inputs.exactly(2, inputs.get(0));
    inputs.exactly(WEIGHTS_ZERO, inputs.get(WEIGHTS));
    inputs.optional(BIAS, ElementType.INT32);
    return new ElementType[] {inputs.get(RESULT_ZERO)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor weights = invocation.input(WEIGHTS);
    ConvolutionShapes shapes = convolution.shapes(input, weights);
    int outputs = weights.shape().dimension(0);
    Tensor scales = invocation.input(WEIGHTS_SCALE);
    Tensor bias = invocation.hasInput(BIAS) ? invocation.input(BIAS) : null;
    boolean fits = scales.elementCount() == 1 || scales.elementCount() == outputs;
    if (!fits || (bias != null && bias.elementCount() != outputs)) {
      throw new TensorException(scales + " or " + bias + " does not fit " + outputs + " outputs");
    }
    double common =
        Operands.real(invocation.input(1)) / Operands.real(invocation.input(RESULT_SCALE));
    long zero = Operands.whole(invocation.input(RESULT_ZERO));
    ElementType type = invocation.input(RESULT_ZERO).type();
    Tensor result = invocation.output(0, type, shapes.result());
    int positions = Math.max(1, result.shape().product(2, result.shape().rank()));
    ByteConvolution.run(
        shapes,
        input,
        invocation.input(2),
        weights,
        invocation.input(WEIGHTS_ZERO),
        (index, sum) -> {
          int output = index / positions % outputs;
          double whole = bias == null ? sum : sum + bias.getLong(output);
          double scale = common * scales.getDouble(scales.elementCount() == 1 ? 0 : output);
          result.setLong(index, Saturation.quantize(whole * scale, zero, type));
        });
  }
}
