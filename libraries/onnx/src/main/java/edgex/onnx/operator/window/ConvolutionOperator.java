package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Floats;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Convolution;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** Conv: input [N, C, ...], weights [M, C / group, ...], optional bias [M]. */
final class ConvolutionOperator implements Operator {
  private static final int BIAS = 2;

  private final WindowAttributes attributes;
  private final long groups;

  ConvolutionOperator(NodeContext context) throws ModelFormatException {
    this.attributes = new WindowAttributes(context);
    this.groups = context.whole("group", 1);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.floatingPoint(0);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public long operations(Shape[] inputs, Shape output) {
    return 2L * inputs[1].product(1, inputs[1].rank()) * output.elementCount();
  }

  @Override
  public String kernel() {
    return "product of shifted views";
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor weights = invocation.input(1);
    ConvolutionShapes shapes =
        new ConvolutionShapes(attributes, groups, input.shape(), weights.shape());
    if (invocation.hasInput(BIAS) && invocation.input(BIAS).elementCount() != shapes.outputs()) {
      throw new TensorException(
          "bias " + invocation.input(BIAS).shape() + " does not fit weights " + weights.shape());
    }
    Tensor result = invocation.output(0, input.type(), shapes.result());
    if (result.elementCount() == 0) {
      return;
    }
    if (input.type() == ElementType.FLOAT64) {
      runDirect(invocation, shapes, result);
    } else {
      runFast(invocation, shapes, result);
    }
  }

  private static void runFast(Invocation invocation, ConvolutionShapes shapes, Tensor result) {
    Convolution convolution = shapes.fast();
    FloatTensor input = Floats.input(invocation, 0);
    FloatTensor weights = Floats.input(invocation, 1);
    FloatTensor bias = Floats.input(invocation, BIAS);
    FloatTensor target = Floats.target(invocation, result);
    float[] scratch = invocation.scratch(convolution.scratchElements());
    convolution.run(invocation.gemm(), input, weights, bias, target, scratch);
    Floats.store(target, result);
  }

  private static void runDirect(Invocation invocation, ConvolutionShapes shapes, Tensor result) {
    Tensor bias = invocation.hasInput(BIAS) ? invocation.input(BIAS) : null;
    int positions = result.shape().product(2, result.shape().rank());
    shapes
        .direct()
        .run(
            invocation.input(0)::getDouble,
            invocation.input(1)::getDouble,
            (index, sum) -> {
              int output = index / positions % shapes.outputs();
              result.setDouble(index, bias == null ? sum : sum + bias.getDouble(output));
            });
  }
}
