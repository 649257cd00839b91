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

/** AveragePool: the mean of every window, padding counted as zeros only if the node says so. */
final class AveragePoolOperator implements Operator {
  private final WindowAttributes attributes;
  private final boolean countPadding;

  AveragePoolOperator(NodeContext context) throws ModelFormatException {
    this.attributes = new WindowAttributes(context);
    this.countPadding = context.flag("count_include_pad");
    context.require(attributes.kernel() != null, "attribute kernel_shape is missing");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    Window[] windows = attributes.windows(shape, attributes.kernel());
    Shape resultShape =
        WindowAttributes.resultShape(shape.dimension(0), shape.dimension(1), windows);
    Tensor result = invocation.output(0, input.type(), resultShape);
    if (PicturePool.fits(input, windows)) {
      int kind = countPadding ? PoolJob.MEAN_PADDED : PoolJob.MEAN_INSIDE;
      PicturePool.run(kind, (FloatTensor) input, (FloatTensor) result, windows);
      return;
    }
    PoolWindows walk = new PoolWindows(windows);
    int channelElements = shape.product(2, shape.rank());
    int positions = resultShape.product(2, shape.rank());
    int index = 0;
    for (int channel = 0; channel < shape.product(0, 2); channel++) {
      walk.restart();
      for (int position = 0; position < positions; position++) {
        double sum = 0;
        for (int seen = 0; seen < walk.seenCount(); seen++) {
          sum += input.getDouble(channel * channelElements + walk.seen()[seen]);
        }
        int divisor = countPadding ? walk.paddedCount() : walk.seenCount();
        result.setDouble(index++, divisor == 0 ? 0 : sum / divisor);
        walk.advance();
      }
    }
  }
}
