package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** ScatterElements, Scatter: input 0 with elements replaced, or changed, at places by index. */
final class ScatterElementsOperator implements Operator {
  private final long axis;
  private final Reducer reducer;

  ScatterElementsOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", 0);
    this.reducer = Reducer.read(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.indices(1);
    return new ElementType[] {inputs.exactly(2, inputs.get(0))};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor indices = invocation.input(1);
    Tensor updates = invocation.input(2);
    if (!indices.shape().equals(updates.shape())) {
      throw new TensorException(updates + " does not fit indices " + indices);
    }
    ElementPlaces places = new ElementPlaces(input.shape(), indices.shape(), axis);
    Tensor result = invocation.output(0, input.type(), input.shape());
    result.copy(0, input, 0, input.elementCount());
    for (int index = 0; index < indices.elementCount(); index++) {
      reducer.write(result, places.of(index, indices.getLong(index)), updates, index);
    }
  }
}
