package edgex.onnx.operator.matrix;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Matrix;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;

/** Gemm: alpha * A' * B' + beta * C, where C broadcasts to the shape of the product. */
final class GemmOperator implements Operator {
  private final float alpha;
  private final float beta;
  private final boolean transposeLeft;
  private final boolean transposeRight;

  GemmOperator(NodeContext context) throws ModelFormatException {
    this.alpha = context.real("alpha", 1f);
    this.beta = context.real("beta", 1f);
    this.transposeLeft = context.flag("transA");
    this.transposeRight = context.flag("transB");
    if (context.opset() < 7) {
      // C broadcasts by the present rule wherever the old one allowed it.
      context.flag("broadcast");
    }
    context.require(context.opset() >= 11 || context.hasInput(2), "input 2 must not be left out");
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.all(ElementType.FLOAT32)};
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor left = invocation.floatInput(0);
    FloatTensor right = invocation.floatInput(1);
    int rows = extent(left.shape(), transposeLeft ? 1 : 0);
    int depth = extent(left.shape(), transposeLeft ? 0 : 1);
    int columns = extent(right.shape(), transposeRight ? 0 : 1);
    if (extent(right.shape(), transposeRight ? 1 : 0) != depth) {
      throw new TensorException(
          "cannot multiply matrices of " + left.shape() + " and " + right.shape());
    }
    FloatTensor result = invocation.floatOutput(0, Shape.of(rows, columns));
    Matrix product = Matrix.rowMajor(result.values(), result.offset(), rows, columns);
    invocation
        .gemm()
        .multiplyAdd(matrix(left, transposeLeft), matrix(right, transposeRight), product);
    if (alpha != 1f) {
      for (int index = 0; index < result.elementCount(); index++) {
        result.values()[result.offset() + index] *= alpha;
      }
    }
    if (invocation.hasInput(2)) {
      addBias(invocation.floatInput(2), result);
    }
  }

  private static int extent(Shape shape, int axis) {
    if (shape.rank() != 2) {
      throw new TensorException("a tensor of shape " + shape + " is not a matrix");
    }
    return shape.dimension(axis);
  }

  private static Matrix matrix(FloatTensor tensor, boolean transpose) {
    Shape shape = tensor.shape();
    Matrix matrix =
        Matrix.rowMajor(tensor.values(), tensor.offset(), shape.dimension(0), shape.dimension(1));
    return transpose ? matrix.transposed() : matrix;
  }

  private void addBias(FloatTensor bias, FloatTensor result) {
    Broadcast broadcast = new Broadcast(result.shape(), bias.shape());
    if (!broadcast.shape().equals(result.shape())) {
      throw new TensorException("bias " + bias.shape() + " is larger than " + result.shape());
    }
    float[] terms = bias.values();
    float[] sums = result.values();
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            float term = terms[bias.offset() + starts[1] + i * steps[1]];
            sums[result.offset() + to + i] += beta * term;
          }
        });
  }
}
