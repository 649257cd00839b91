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

/**
 * LayerNormalization: all axes from the given one on brought to mean 0 and variance 1, then scaled
 * and shifted element by element. Outputs 1 and 2 are mean and inverse deviation.
 */
final class LayerNormalizationOperator implements Operator {
  private final long axis;
  private final float epsilon;
  private final ElementType statisticsType;

  LayerNormalizationOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", -1);
    this.epsilon = context.real("epsilon", 1e-5f);
    this.statisticsType = context.elementType("stash_type", ElementType.FLOAT32);
    context.require(statisticsType.isFloatingPoint(), "attribute stash_type is no real type");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.floatingPoint(0);
    inputs.exactly(1, type);
    inputs.optional(2, type);
    return new ElementType[] {type, statisticsType, statisticsType};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int first = shape.axis(axis);
    Shape inner = ElementParameter.innerShape(shape, first);
    ElementParameter scale = new ElementParameter(invocation.input(1), inner, 1);
    ElementParameter bias =
        new ElementParameter(invocation.hasInput(2) ? invocation.input(2) : null, inner, 0);
    Tensor result = invocation.output(0, input.type(), shape);
    Shape statistics = ElementParameter.keptShape(shape, first);
    Tensor means = invocation.output(1, statisticsType, statistics);
    Tensor inverses = invocation.output(2, statisticsType, statistics);
    int count = inner.elementCount();
    for (int row = 0; row < statistics.elementCount(); row++) {
      int from = row * count;
      Moments moments = Normalization.moments(input, from, count);
      double inverse = moments.inverseDeviation(epsilon);
      means.setDouble(row, moments.mean());
      inverses.setDouble(row, inverse);
      for (int index = 0; index < count; index++) {
        double normal = (input.getDouble(from + index) - moments.mean()) * inverse;
        result.setDouble(from + index, normal * scale.get(index) + bias.get(index));
      }
    }
  }
}
