package edgex.onnx.optimizer;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.FloatTensor;
import edgex.tensor.Matrix;
import edgex.tensor.PackedMatrix;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;

/** A product with a constant, packed matrix on the right, a bias and an activation. */
final class FusedMatMulOperator implements Operator {
  private final FusedActivation activation;
  private final PackedMatrix weights;
  private final float[] bias;

  FusedMatMulOperator(NodeContext context) throws ModelFormatException {
    activation = FusedActivation.read(context);
    FloatTensor given = (FloatTensor) context.constant("weights");
    Shape shape = given.shape();
    Matrix matrix =
        Matrix.rowMajor(given.values(), given.offset(), shape.dimension(0), shape.dimension(1));
    weights = new PackedMatrix(context.flag("transposed") ? matrix.transposed() : matrix);
    FloatTensor summand = (FloatTensor) context.constant("bias");
    bias = summand == null ? null : ConvolutionFusion.copy(summand);
  }

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.all(ElementType.FLOAT32)};
  }

  @Override
  public long constantBytes() {
    return weights.sizeBytes() + (bias == null ? 0 : (long) Float.BYTES * bias.length);
  }

  @Override
  public long operations(Shape[] inputs, Shape output) {
    return 2L * weights.depth() * output.elementCount();
  }

  @Override
  public String kernel() {
    return "packed product, " + activation.activation();
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor left = invocation.floatInput(0);
    Shape shape = resultShape(left.shape(), weights.depth(), weights.columns());
    FloatTensor result = invocation.undefinedFloats(0, shape);
    int rows = left.shape().product(0, left.shape().rank() - 1);
    float[] scratch = invocation.scratch(weights.scratchElements(rows));
    weights.multiply(
        left, rows, bias, activation.activation(), activation.parameters(), result, scratch);
  }

  /** The left shape with its last axis replaced. */
  static Shape resultShape(Shape left, int depth, int columns) {
    if (left.rank() == 0 || left.dimension(left.rank() - 1) != depth) {
      throw new TensorException(
          "cannot multiply matrices of " + left + " and " + depth + "x" + columns);
    }
    return left.with(left.rank() - 1, columns);
  }
}
