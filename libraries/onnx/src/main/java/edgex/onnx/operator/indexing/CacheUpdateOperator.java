package edgex.onnx.operator.indexing;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;

/**
 * TensorScatter: a cache with new elements written along one axis, for each entry of the batch from
 * an index of its own on; if {@code circular}, those that leave the end go on at the beginning.
 */
final class CacheUpdateOperator implements Operator {
  private final long axis;
  private final boolean circular;

  CacheUpdateOperator(NodeContext context) throws ModelFormatException {
    this.axis = context.whole("axis", -2);
    this.circular = context.choice("mode", "linear", "circular").equals("circular");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.optional(2, ElementType.INT64);
    return new ElementType[] {inputs.exactly(1, inputs.get(0))};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor cache = invocation.input(0);
    Tensor update = invocation.input(1);
    Shape shape = cache.shape();
    int along = shape.axis(axis);
    int extent = shape.dimension(along);
    int added = update.shape().rank() == shape.rank() ? update.shape().dimension(along) : -1;
    boolean fits = along > 0 && added >= 0 && added <= extent;
    if (!fits || !update.shape().equals(shape.with(along, added))) {
      throw new TensorException(update + " does not fit the cache " + cache);
    }
    Tensor starts = invocation.hasInput(2) ? invocation.input(2) : null;
    if (starts != null && starts.elementCount() != shape.dimension(0)) {
      throw new TensorException(starts + " does not fit a batch of " + shape.dimension(0));
    }
    Tensor result = invocation.output(0, cache.type(), shape);
    result.copy(0, cache, 0, cache.elementCount());
    int inner = shape.product(along + 1, shape.rank());
    int perBatch = Math.max(1, shape.product(1, along));
    for (int block = 0; block < shape.product(0, along); block++) {
      long start = starts == null ? 0 : starts.getLong(block / perBatch);
      for (int place = 0; place < added; place++) {
        int target = target(start, place, extent, added);
        result.copy(
            (block * extent + target) * inner, update, (block * added + place) * inner, inner);
      }
    }
  }

  private int target(long start, int place, int extent, int added) {
    boolean inside = start >= 0 && start <= extent - (circular ? 0 : added);
    if (!inside) {
      throw new TensorException(added + " elements from " + start + " on leave " + extent);
    }
    return (int) ((start + place) % extent);
  }
}
