package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Convolution;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;
import edgex.tensor.Window;
import java.util.Arrays;

/** Conv: input [N, C, ...], weights [M, C / group, ...], optional bias [M]. */
final class ConvolutionOperator implements Operator {
  private final WindowAttributes attributes;
  private final long groups;

  ConvolutionOperator(NodeContext context) throws ModelFormatException {
    this.attributes = new WindowAttributes(context);
    this.groups = context.whole("group", 1);
    context.require(
        groups >= 1 && groups <= Shape.MAXIMUM_ELEMENTS, "attribute group is " + groups);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.all(ElementType.FLOAT32)};
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor input = invocation.floatInput(0);
    FloatTensor weights = invocation.floatInput(1);
    FloatTensor bias = invocation.hasInput(2) ? invocation.floatInput(2) : null;
    check(input.shape(), weights.shape(), bias == null ? null : bias.shape());
    int outputs = weights.shape().dimension(0);
    int[] kernel = Arrays.copyOfRange(weights.shape().toArray(), 2, weights.shape().rank());
    Window[] windows = attributes.windows(input.shape(), kernel);
    int batches = input.shape().dimension(0);
    Shape shape = WindowAttributes.resultShape(batches, outputs, windows);
    Convolution convolution =
        new Convolution(batches, (int) groups, input.shape().dimension(1), outputs, windows);
    FloatTensor result = invocation.floatOutput(0, shape);
    if (result.elementCount() == 0) {
      return;
    }
    float[] scratch = invocation.scratch(convolution.scratchElements());
    convolution.run(invocation.gemm(), input, weights, bias, result, scratch);
  }

  private void check(Shape input, Shape weights, Shape bias) {
    if (input.rank() < 3 || weights.rank() != input.rank()) {
      throw new TensorException("input " + input + " and weights " + weights + " do not fit");
    }
    if (weights.dimension(1) * groups != input.dimension(1)) {
      throw new TensorException(
          "weights "
              + weights
              + " do not fit "
              + input.dimension(1)
              + " channels in "
              + groups
              + " groups");
    }
    if (bias != null && bias.elementCount() != weights.dimension(0)) {
      throw new TensorException("bias " + bias + " does not fit weights " + weights);
    }
    int[] kernel = attributes.kernel();
    if (kernel != null
        && !Arrays.equals(kernel, Arrays.copyOfRange(weights.toArray(), 2, weights.rank()))) {
      throw new TensorException("kernel_shape differs from the shape of the weights " + weights);
    }
  }
}
