package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/** ScatterND: input 0 with slices replaced, or changed, at the coordinates in input 1. */
final class ScatterSlicesOperator implements Operator {
  private final Reducer reducer;

  ScatterSlicesOperator(NodeContext context) throws ModelFormatException {
    this.reducer = Reducer.read(context);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.INT64);
    return new ElementType[] {inputs.exactly(2, inputs.get(0))};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Tensor updates = invocation.input(2);
    SlicePlaces places = new SlicePlaces(input.shape(), invocation.input(1), 0);
    int count = places.sliceElements();
    if (updates.elementCount() != (long) places.count() * count) {
      throw new TensorException(updates + " should be " + places.slicesShape());
    }
    Tensor result = invocation.output(0, input.type(), input.shape());
    result.copy(0, input, 0, input.elementCount());
    for (int slice = 0; slice < places.count() && count > 0; slice++) {
      int start = places.start(slice);
      for (int element = 0; element < count; element++) {
        reducer.write(result, start + element, updates, slice * count + element);
      }
    }
  }
}
