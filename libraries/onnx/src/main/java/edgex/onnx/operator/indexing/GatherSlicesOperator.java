package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;

/** GatherND: slices of input 0 at the coordinates in the last axis of input 1. */
final class GatherSlicesOperator implements Operator {
  private final long batchAxes;

  GatherSlicesOperator(NodeContext context) throws ModelFormatException {
    this.batchAxes = context.whole("batch_dims", 0);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.INT64);
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    SlicePlaces places = new SlicePlaces(input.shape(), invocation.input(1), batchAxes);
    Tensor result = invocation.output(0, input.type(), places.slicesShape());
    int count = places.sliceElements();
    for (int slice = 0; slice < places.count() && count > 0; slice++) {
      result.copy(slice * count, input, places.start(slice), count);
    }
  }
}
