package edgex.onnx.operator.quantization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.window.ConvolutionShapes;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** ConvInteger: the convolution of bytes into 32-bit integers; inputs 2, 3 are zero points. */
final class IntegerConvolutionOperator implements Operator {
  private final ByteConvolution convolution;

  IntegerConvolutionOperator(NodeContext context) throws ModelFormatException {
    this.convolution = new ByteConvolution(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    for (int factor = 0; factor < 2; factor++) {
      ElementType type = inputs.get(factor);
      inputs.require(factor, type == ElementType.INT8 || type == ElementType.UINT8);
      inputs.optional(factor + 2, type);
    }
    return new ElementType[] {ElementType.INT32};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor weights = invocation.input(1);
    ConvolutionShapes shapes = convolution.shapes(input, weights);
    Tensor result = invocation.output(0, ElementType.INT32, shapes.result());
    Tensor inputZero = invocation.hasInput(2) ? invocation.input(2) : null;
    Tensor weightsZero = invocation.hasInput(3) ? invocation.input(3) : null;
    ByteConvolution.run(
        shapes,
        input,
        inputZero,
        weights,
        weightsZero,
        (index, sum) -> result.setLong(index, (long) sum));
  }
}
