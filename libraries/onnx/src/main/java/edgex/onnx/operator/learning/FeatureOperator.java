package edgex.onnx.operator.learning;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** ArrayFeatureExtractor: the elements of the last axis at the given indices. */
final class FeatureOperator implements Operator {
  FeatureOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.INT64);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor indices = invocation.input(1);
    Shape shape = input.shape();
    int last = shape.axis(-1);
    int count = indices.elementCount();
    Shape resultShape = last == 0 ? Shape.of(1, count) : shape.with(last, count);
    Tensor result = invocation.output(0, input.type(), resultShape);
    int extent = shape.dimension(last);
    for (int index = 0; index < result.elementCount(); index++) {
      int place = Shape.axis(indices.getLong(index % count), extent);
      result.setFrom(index, input, index / count * extent + place);
    }
  }
}
