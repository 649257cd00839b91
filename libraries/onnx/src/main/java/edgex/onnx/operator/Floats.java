package edgex.onnx.operator;

import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/**
 * Numbers of 16 bits for kernels that compute with 32: converted on the way in and, rounded once,
 * on the way out.
 */
public final class Floats {
  private Floats() {}

  /** The tensor itself if its elements are floats, else a copy for the time of the call. */
  public static FloatTensor of(Invocation invocation, Tensor tensor) {
    if (tensor instanceof FloatTensor floats) {
      return floats;
    }
    FloatTensor copy = empty(invocation, tensor.shape());
    if (tensor.isDeferred()) {
      // A rehearsal: the memory is what counts, and there are no elements.
      return copy;
    }
    for (int index = 0; index < tensor.elementCount(); index++) {
      copy.values()[index] = (float) tensor.getDouble(index);
    }
    return copy;
  }

  /** Input {@code index} as by {@link #of}, or null if it is left out. */
  public static FloatTensor input(Invocation invocation, int index) {
    return invocation.hasInput(index) ? of(invocation, invocation.input(index)) : null;
  }

  /** Floats for the time of the call, all 0. */
  public static FloatTensor empty(Invocation invocation, Shape shape) {
    return (FloatTensor) invocation.temporary(ElementType.FLOAT32, shape);
  }

  /** Where to compute a result: itself if its elements are floats, else {@link #empty} memory. */
  public static FloatTensor target(Invocation invocation, Tensor result) {
    return result instanceof FloatTensor floats ? floats : empty(invocation, result.shape());
  }

  /** Rounds what was computed in a {@link #target} into the result. */
  public static void store(FloatTensor target, Tensor result) {
    if (result instanceof FloatTensor) {
      return;
    }
    for (int index = 0; index < result.elementCount(); index++) {
      result.setDouble(index, target.getDouble(index));
    }
  }
}
