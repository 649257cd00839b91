package edgex.onnx.operator.window;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Floats;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ColumnSum;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Gemm;
import edgex.tensor.Matrix;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import edgex.tensor.Window;
import java.util.Arrays;

/**
 * ConvTranspose: input [N, C, ...], weights [C, M / group, ...], optional bias [M].
 *
 * <p>Each element of the input is multiplied by a window of weights that is added to the result:
 * one matrix product gives all windows as columns, which are then added up.
 */
final class TransposedConvolutionOperator implements Operator {
  private static final int BIAS = 2;

  private final TransposedWindows windows;
  private final long groups;

  TransposedConvolutionOperator(NodeContext context) throws ModelFormatException {
    this.windows = new TransposedWindows(context);
    this.groups = context.whole("group", 1);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    ElementType type = inputs.get(0);
    inputs.require(0, type == ElementType.FLOAT32 || type == ElementType.FLOAT16);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor input = Floats.input(invocation, 0);
    FloatTensor weights = Floats.input(invocation, 1);
    FloatTensor bias = Floats.input(invocation, BIAS);
    Shape shape = input.shape();
    Shape weightsShape = weights.shape();
    if (shape.rank() < 3 || weightsShape.rank() != shape.rank()) {
      throw new TensorException("input " + shape + " and weights " + weightsShape + " do not fit");
    }
    int channels = shape.dimension(1);
    if (groups < 1 || channels % groups != 0 || weightsShape.dimension(0) != channels) {
      throw new TensorException("weights " + weightsShape + " do not fit " + shape);
    }
    int[] kernel = Arrays.copyOfRange(weightsShape.toArray(), 2, weightsShape.rank());
    Window[] axes = windows.of(shape, kernel);
    int perGroup = weightsShape.dimension(1);
    long outputs = perGroup * groups;
    Shape resultShape = TransposedWindows.resultShape(shape.dimension(0), outputs, axes);
    if (bias != null && bias.elementCount() != outputs) {
      throw new TensorException("bias " + bias + " does not fit " + outputs + " outputs");
    }
    Tensor result = invocation.output(0, invocation.input(0).type(), resultShape);
    FloatTensor target = Floats.target(invocation, result);
    int depth = weightsShape.product(1, weightsShape.rank());
    Shape windowColumns = Shape.ofLongs(depth, shape.product(2, shape.rank()));
    FloatTensor columns = Floats.empty(invocation, windowColumns);
    fillBias(bias, (int) outputs, target);
    addGroups(invocation.gemm(), input, weights, axes, columns, target);
    Floats.store(target, result);
  }

  private static void fillBias(FloatTensor bias, int outputs, FloatTensor target) {
    if (bias == null || target.elementCount() == 0) {
      return;
    }
    int elements = target.shape().product(2, target.shape().rank());
    for (int plane = 0; plane < target.elementCount() / elements; plane++) {
      int from = target.offset() + plane * elements;
      float value = bias.values()[bias.offset() + plane % outputs];
      Arrays.fill(target.values(), from, from + elements, value);
    }
  }

  private void addGroups(
      Gemm gemm,
      FloatTensor input,
      FloatTensor weights,
      Window[] axes,
      FloatTensor columns,
      FloatTensor target) {
    Shape shape = input.shape();
    int channels = (int) (shape.dimension(1) / groups);
    int positions = shape.product(2, shape.rank());
    int depth = weights.shape().product(1, weights.shape().rank());
    int elements = target.shape().product(2, target.shape().rank());
    int perGroup = weights.shape().dimension(1);
    for (int block = 0; block < shape.dimension(0) * groups; block++) {
      int group = (int) (block % groups);
      Arrays.fill(columns.values(), 0f);
      int weightsFrom = weights.offset() + group * channels * depth;
      int inputFrom = input.offset() + block * channels * positions;
      gemm.multiplyAdd(
          Matrix.rowMajor(weights.values(), weightsFrom, channels, depth).transposed(),
          Matrix.rowMajor(input.values(), inputFrom, channels, positions),
          Matrix.rowMajor(columns.values(), columns.offset(), depth, positions));
      ColumnSum.add(columns, 0, perGroup, axes, target, block * perGroup * elements);
    }
  }
}
