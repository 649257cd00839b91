package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operands;
import edgex.onnx.operator.Operator;
import edgex.tensor.ColumnSum;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import edgex.tensor.Window;

/** Col2Im: columns [N, C * block, L] of blocks added back to pictures [N, C, ...]. */
final class ColumnSumOperator implements Operator {
  private final int[] strides;
  private final int[] dilations;
  private final int[] pads;

  ColumnSumOperator(NodeContext context) throws ModelFormatException {
    this.strides = context.integers("strides");
    this.dilations = context.integers("dilations");
    this.pads = context.integers("pads");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    inputs.exactly(1, ElementType.INT64);
    inputs.exactly(2, ElementType.INT64);
    return new ElementType[] {inputs.numeric(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape picture = Shape.ofLongs(Operands.wholes(invocation.input(1)));
    Shape block = Shape.ofLongs(Operands.wholes(invocation.input(2)));
    Window[] windows = windows(picture, block);
    int positions = 1;
    for (Window window : windows) {
      positions *= window.output();
    }
    Shape shape = input.shape();
    int size = block.elementCount();
    if (shape.rank() != 3 || shape.dimension(1) % size != 0 || shape.dimension(2) != positions) {
      throw new TensorException("columns of " + shape + " do not fit blocks of " + block);
    }
    int batches = shape.dimension(0);
    int channels = shape.dimension(1) / size;
    Tensor result =
        invocation.output(
            0, input.type(), TransposedWindows.resultShape(batches, channels, windows));
    int columns = shape.product(1, 3);
    int elements = channels * picture.elementCount();
    for (int batch = 0; batch < batches; batch++) {
      ColumnSum.add(input, batch * columns, channels, windows, result, batch * elements);
    }
  }

  private Window[] windows(Shape picture, Shape block) {
    int axes = picture.rank();
    if (axes < 1 || block.rank() != axes) {
      throw new TensorException("blocks of " + block + " do not fit pictures of " + picture);
    }
    Window[] windows = new Window[axes];
    for (int axis = 0; axis < axes; axis++) {
      windows[axis] =
          Window.of(
              picture.dimension(axis),
              block.dimension(axis),
              at(strides, axis, axes, 1),
              at(dilations, axis, axes, 1),
              Window.Padding.EXPLICIT,
              at(pads, axis, 2 * axes, 0),
              at(pads, axis + axes, 2 * axes, 0));
    }
    return windows;
  }

  private static int at(int[] attribute, int index, int length, int otherwise) {
    if (attribute != null && attribute.length != length) {
      throw new TensorException("an attribute has " + attribute.length + " of " + length);
    }
    return attribute == null ? otherwise : attribute[index];
  }
}
