package edgex.onnx.operator.matrix;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.Floats;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.Broadcast;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Matrix;
import edgex.tensor.MatrixProduct;
import edgex.tensor.MatrixProduct.Place;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
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
    inputs.numeric(0);
    return new ElementType[] {inputs.same()};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor left = invocation.input(0);
    Tensor right = invocation.input(1);
    int rows = extent(left.shape(), transposeLeft ? 1 : 0);
    int depth = extent(left.shape(), transposeLeft ? 0 : 1);
    int columns = extent(right.shape(), transposeRight ? 0 : 1);
    if (extent(right.shape(), transposeRight ? 1 : 0) != depth) {
      throw new TensorException(
          "cannot multiply matrices of " + left.shape() + " and " + right.shape());
    }
    Tensor result = invocation.output(0, left.type(), Shape.of(rows, columns));
    Tensor bias = invocation.hasInput(2) ? invocation.input(2) : null;
    if (left.type() == ElementType.FLOAT32 || left.type() == ElementType.FLOAT16) {
      FloatTensor target = Floats.target(invocation, result);
      invocation
          .gemm()
          .multiplyAdd(
              matrix(Floats.of(invocation, left), transposeLeft),
              matrix(Floats.of(invocation, right), transposeRight),
              Matrix.rowMajor(target.values(), target.offset(), rows, columns));
      finish(bias, target);
      Floats.store(target, result);
    } else {
      MatrixProduct.add(
          place(left, transposeLeft),
          place(right, transposeRight),
          new Place(result, 0, columns, 1),
          rows,
          depth,
          columns);
      finish(bias, result);
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

  private static Place place(Tensor tensor, boolean transpose) {
    int columns = tensor.shape().dimension(1);
    return transpose ? new Place(tensor, 0, 1, columns) : new Place(tensor, 0, columns, 1);
  }

  /** Multiplies the product by alpha and adds the bias. */
  private void finish(Tensor bias, Tensor result) {
    if (bias == null) {
      scale(result);
      return;
    }
    Broadcast broadcast = new Broadcast(result.shape(), bias.shape());
    if (!broadcast.shape().equals(result.shape())) {
      throw new TensorException("bias " + bias.shape() + " is larger than " + result.shape());
    }
    boolean real = result.type().isFloatingPoint();
    broadcast.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            int term = starts[1] + i * steps[1];
            if (real) {
              double product = alpha * result.getDouble(to + i);
              result.setDouble(to + i, product + beta * bias.getDouble(term));
            } else {
              long product = ((long) alpha) * result.getLong(to + i);
              result.setLong(to + i, product + ((long) beta) * bias.getLong(term));
            }
          }
        });
  }

  private void scale(Tensor result) {
    for (int index = 0; index < result.elementCount() && alpha != 1f; index++) {
      if (result.type().isFloatingPoint()) {
        result.setDouble(index, alpha * result.getDouble(index));
      } else {
        result.setLong(index, ((long) alpha) * result.getLong(index));
      }
    }
  }
}
