package edgex.onnx.operator.elementwise;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.Elementwise;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * PRelu: negative numbers are multiplied by a slope, which broadcasts to the input; before opset 7
 * it is one number, or one for each channel (axis 1).
 */
final class SlopeOperator implements Operator {
  private final boolean perChannel;

  SlopeOperator(NodeContext context) throws ModelFormatException {
    this.perChannel = context.opset() < 7;
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.numeric(0);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor slope = invocation.input(1);
    Broadcast broadcast = new Broadcast(input.shape(), aligned(input.shape(), slope.shape()));
    if (!broadcast.shape().equals(input.shape())) {
      throw new TensorException("slope " + slope.shape() + " is larger than " + input.shape());
    }
    Tensor result = invocation.output(0, input.type(), input.shape());
    Elementwise.combine(broadcast, (x, a) -> x < 0 ? a * x : x, input, slope, result);
  }

  private Shape aligned(Shape input, Shape slope) {
    if (!perChannel || slope.elementCount() == 1 || slope.rank() != 1 || input.rank() < 2) {
      return slope;
    }
    int[] dimensions = new int[input.rank() - 1];
    Arrays.fill(dimensions, 1);
    dimensions[0] = slope.elementCount();
    return Shape.of(dimensions);
  }
}
