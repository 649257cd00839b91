package edgex.onnx.operator.normalization;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Normalization;
import edgex.tensor.Normalization.Moments;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * GroupNormalization: groups of channels brought to mean 0 and variance 1; scale and bias are given
 * for each channel or, before opset 21, for each group.
 */
final class GroupNormalizationOperator implements Operator {
  private final float epsilon;
  private final long groups;
  private final boolean perGroup;

  GroupNormalizationOperator(NodeContext context) throws ModelFormatException {
    this.epsilon = context.real("epsilon", 1e-5f);
    this.groups = context.whole("num_groups", 0);
    this.perGroup = context.opset() < 21;
    // In which precision to compute: it is always double.
    context.whole("stash_type", 1);
    context.require(groups >= 1, "attribute num_groups is " + groups);
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
    int channels = shape.rank() < 2 ? 0 : shape.dimension(1);
    long parameters = perGroup ? groups : channels;
    boolean fits = scale.elementCount() == parameters && bias.elementCount() == parameters;
    if (channels == 0 || channels % groups != 0 || !fits) {
      throw new TensorException(
          scale + " and " + bias + " do not fit " + channels + " channels in " + groups);
    }
    int perBlock = (int) (channels / groups);
    int elements = shape.product(2, shape.rank());
    Tensor result = invocation.output(0, input.type(), shape);
    for (int first = 0; first < shape.product(0, 2); first += perBlock) {
      Moments moments = Normalization.moments(input, first * elements, perBlock * elements);
      double inverse = moments.inverseDeviation(epsilon);
      for (int channel = first; channel < first + perBlock; channel++) {
        int parameter = perGroup ? channel % channels / perBlock : channel % channels;
        double factor = scale.getDouble(parameter) * inverse;
        double shift = bias.getDouble(parameter);
        Normalization.scale(
            input, channel * elements, elements, moments.mean(), factor, shift, result);
      }
    }
  }
}
