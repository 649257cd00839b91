package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.PicturePool;
import edgex.tensor.PoolWindows;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.Window;
import edgex.tensor.kernel.PoolJob;

/** MaxPool: the largest element of every window and, if asked for, its flat index. */
final class MaximumPoolOperator implements Operator {
  private final WindowAttributes attributes;
  private final boolean columnMajorIndices;

  MaximumPoolOperator(NodeContext context) throws ModelFormatException {
    this.attributes = new WindowAttributes(context);
    this.columnMajorIndices = context.flag("storage_order");
    context.require(attributes.kernel() != null, "attribute kernel_shape is missing");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.numeric(0), ElementType.INT64};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    Window[] windows = attributes.windows(shape, attributes.kernel());
    Shape resultShape =
        WindowAttributes.resultShape(shape.dimension(0), shape.dimension(1), windows);
    Tensor result = invocation.output(0, input.type(), resultShape);
    if (!invocation.wantsOutput(1) && PicturePool.fits(input, windows)) {
      PicturePool.run(PoolJob.LARGEST, (FloatTensor) input, (FloatTensor) result, windows);
      return;
    }
    Tensor indices =
        invocation.wantsOutput(1) ? invocation.output(1, ElementType.INT64, resultShape) : null;
    PoolWindows walk = new PoolWindows(windows);
    int channelElements = shape.product(2, shape.rank());
    int positions = resultShape.product(2, shape.rank());
    int index = 0;
    for (int channel = 0; channel < shape.product(0, 2); channel++) {
      int from = channel * channelElements;
      walk.restart();
      for (int position = 0; position < positions; position++) {
        int best = largest(input, from, walk);
        result.setFrom(index, input, Math.max(best, 0));
        if (best < 0) {
          result.setDouble(index, Double.NEGATIVE_INFINITY);
        }
        if (indices != null) {
          indices.setLong(index, best < 0 ? -1 : flatIndex(from, best - from, shape));
        }
        index++;
        walk.advance();
      }
    }
  }

  /** Flat index of the first largest element of the window, or -1 if it sees only padding. */
  private static int largest(Tensor input, int from, PoolWindows walk) {
    int[] seen = walk.seen();
    int best = -1;
    double largest = 0;
    for (int index = 0; index < walk.seenCount(); index++) {
      double value = input.getDouble(from + seen[index]);
      if (best < 0 || value > largest || Double.isNaN(value)) {
        best = from + seen[index];
        largest = value;
      }
    }
    return best;
  }

  private long flatIndex(int from, int inChannel, Shape shape) {
    if (!columnMajorIndices) {
      return (long) from + inChannel;
    }
    int rest = inChannel;
    long index = 0;
    int[] position = new int[shape.rank()];
    for (int axis = shape.rank() - 1; axis >= 2; axis--) {
      position[axis] = rest % shape.dimension(axis);
      rest /= shape.dimension(axis);
    }
    for (int axis = shape.rank() - 1; axis >= 2; axis--) {
      index = index * shape.dimension(axis) + position[axis];
    }
    return from + index;
  }
}
