package edgex.onnx.operator.layout;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.onnx.operator.OperatorTable;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import edgex.tensor.Transposition;

/**
 * DepthToSpace, SpaceToDepth: channels become blocks of pixels, and back. Seen as a tensor of six
 * axes, in which a block's rows and columns are axes of their own, both are a transposition.
 */
final class BlockOperator implements Operator {
  private final boolean toSpace;
  private final boolean columnsFirst;
  private final int block;

  private BlockOperator(NodeContext context, boolean toSpace) throws ModelFormatException {
    this.toSpace = toSpace;
    this.columnsFirst = toSpace && context.choice("mode", "DCR", "CRD").equals("CRD");
    long size = context.whole("blocksize", 0);
    context.require(size >= 1 && size <= 1 << 15, "attribute blocksize is " + size);
    this.block = (int) size;
  }

  static void addTo(OperatorTable table) {
    table.add("DepthToSpace", 1, 1, 1, context -> new BlockOperator(context, true));
    table.add("SpaceToDepth", 1, 1, 1, context -> new BlockOperator(context, false));
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.get(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    if (shape.rank() != 4) {
      throw new TensorException("a tensor of shape " + shape + " is not a batch of pictures");
    }
    if (toSpace) {
      toSpace(invocation, input, shape);
    } else {
      toDepth(invocation, input, shape);
    }
  }

  private void toSpace(Invocation invocation, Tensor input, Shape shape) {
    int channels = shape.dimension(1) / (block * block);
    requireDivisible(shape, channels * block * block == shape.dimension(1));
    int batches = shape.dimension(0);
    int rows = shape.dimension(2);
    int columns = shape.dimension(3);
    Shape resultShape = Shape.of(batches, channels, rows * block, columns * block);
    Tensor result = invocation.output(0, input.type(), resultShape);
    Shape six =
        columnsFirst
            ? Shape.of(batches, channels, block, block, rows, columns)
            : Shape.of(batches, block, block, channels, rows, columns);
    int[] order = columnsFirst ? new int[] {0, 1, 4, 2, 5, 3} : new int[] {0, 3, 4, 1, 5, 2};
    transpose(input.reshaped(six), order, result);
  }

  private void toDepth(Invocation invocation, Tensor input, Shape shape) {
    int rows = shape.dimension(2) / block;
    int columns = shape.dimension(3) / block;
    requireDivisible(
        shape, rows * block == shape.dimension(2) && columns * block == shape.dimension(3));
    int batches = shape.dimension(0);
    int channels = shape.dimension(1);
    Shape resultShape = Shape.ofLongs(batches, (long) channels * block * block, rows, columns);
    Tensor result = invocation.output(0, input.type(), resultShape);
    Shape six = Shape.of(batches, channels, rows, block, columns, block);
    transpose(input.reshaped(six), new int[] {0, 3, 5, 1, 2, 4}, result);
  }

  private static void transpose(Tensor input, int[] order, Tensor result) {
    Shape shape = Transposition.shape(input.shape(), order);
    Transposition.run(input, order, result.reshaped(shape));
  }

  private void requireDivisible(Shape shape, boolean divisible) {
    if (!divisible) {
      throw new TensorException(shape + " does not divide into blocks of " + block);
    }
  }
}
