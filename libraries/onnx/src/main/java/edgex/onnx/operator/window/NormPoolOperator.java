package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.PoolWindows;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import edgex.tensor.Window;
import java.util.Arrays;

/** LpPool, GlobalLpPool: the p-norm of every window, or of every channel. */
final class NormPoolOperator implements Operator {
  /** Null if the window is the whole channel. */
  private final WindowAttributes attributes;

  private final double order;

  private NormPoolOperator(NodeContext context, WindowAttributes attributes)
      throws ModelFormatException {
    this.attributes = attributes;
    // A real number in the first version, an integer since.
    this.order = context.opset() < 2 ? context.real("p", 2f) : context.whole("p", 2);
    context.require(
        attributes == null || attributes.kernel() != null, "attribute kernel_shape is missing");
  }

  static Operator windowed(NodeContext context) throws ModelFormatException {
    return new NormPoolOperator(context, new WindowAttributes(context));
  }

  static Operator global(NodeContext context) throws ModelFormatException {
    return new NormPoolOperator(context, null);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    if (shape.rank() < 3) {
      throw new TensorException("an input of shape " + shape + " has no spatial axes");
    }
    Window[] windows =
        attributes == null ? whole(shape) : attributes.windows(shape, attributes.kernel());
    Shape resultShape =
        WindowAttributes.resultShape(shape.dimension(0), shape.dimension(1), windows);
    Tensor result = invocation.output(0, input.type(), resultShape);
    PoolWindows walk = new PoolWindows(windows);
    int elements = shape.product(2, shape.rank());
    int positions = resultShape.product(2, resultShape.rank());
    for (int index = 0; index < result.elementCount(); index++) {
      if (index % positions == 0) {
        walk.restart();
      }
      double sum = 0;
      for (int seen = 0; seen < walk.seenCount(); seen++) {
        double value = input.getDouble(index / positions * elements + walk.seen()[seen]);
        sum += Math.pow(Math.abs(value), order);
      }
      result.setDouble(index, Math.pow(sum, 1 / order));
      walk.advance();
    }
  }

  private static Window[] whole(Shape shape) {
    Window[] windows = new Window[shape.rank() - 2];
    Arrays.setAll(
        windows,
        axis -> {
          int extent = shape.dimension(axis + 2);
          return Window.of(extent, extent, 1, 1, Window.Padding.VALID, 0, 0);
        });
    return windows;
  }
}
