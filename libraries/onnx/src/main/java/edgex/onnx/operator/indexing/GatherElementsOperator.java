package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/** GatherElements: for every index, the element of input 0 at its place but for one axis. */
final class GatherElementsOperator implements Operator {
  private final long axis;

  GatherElementsOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", 0);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(1);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor indices = invocation.input(1);
    ElementPlaces places = new ElementPlaces(input.shape(), indices.shape(), axis);
    Shape shape = indices.shape();
    Tensor result = invocation.output(0, input.type(), shape);
    for (int index = 0; index < shape.elementCount(); index++) {
      result.setFrom(index, input, places.of(index, indices.getLong(index)));
    }
  }
}
