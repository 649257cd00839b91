package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.LegacyAttributes;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Normalization;
import edgex.tensor.Normalization.Moments;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** InstanceNormalization: every channel of every picture brought to mean 0 and variance 1. */
final class InstanceNormalizationOperator implements Operator {
  private final float epsilon;

  InstanceNormalizationOperator(NodeContext context) throws ModelFormatException {
    this.epsilon = context.real("epsilon", 1e-5f);
    LegacyAttributes.ignoreConsumedInputs(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.floatingPoint(0);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor scale = invocation.input(1);
    Tensor bias = invocation.input(2);
    Shape shape = input.shape();
    int channels = shape.rank() < 2 ? -1 : shape.dimension(1);
    if (scale.elementCount() != channels || bias.elementCount() != channels) {
      throw new TensorException(scale + " and " + bias + " do not fit an input of " + shape);
    }
    Tensor result = invocation.output(0, input.type(), shape);
    int count = shape.product(2, shape.rank());
    for (int block = 0; block < shape.product(0, 2); block++) {
      Moments moments = Normalization.moments(input, block * count, count);
      double factor = scale.getDouble(block % channels) * moments.inverseDeviation(epsilon);
      double shift = bias.getDouble(block % channels);
      Normalization.scale(input, block * count, count, moments.mean(), factor, shift, result);
    }
  }
}
