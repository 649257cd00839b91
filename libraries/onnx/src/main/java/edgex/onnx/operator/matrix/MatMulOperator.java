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
import java.util.Arrays;

/** MatMul: matrix product over the last two axes; the axes before them broadcast, as in NumPy. */
final class MatMulOperator implements Operator {
  MatMulOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.all(ElementType.FLOAT32)};
  }

  @Override
  public void run(Invocation invocation) {
    FloatTensor left = invocation.floatInput(0);
    FloatTensor right = invocation.floatInput(1);
    if (left.shape().rank() == 0 || right.shape().rank() == 0) {
      throw new TensorException("a scalar cannot be a factor of a matrix product");
    }
    // A vector on the left is a row, one on the right a column; the axis added goes away again.
    boolean leftVector = left.shape().rank() == 1;
    boolean rightVector = right.shape().rank() == 1;
    Shape leftShape = leftVector ? Shape.of(1, left.elementCount()) : left.shape();
    Shape rightShape = rightVector ? Shape.of(right.elementCount(), 1) : right.shape();
    int rows = leftShape.dimension(leftShape.rank() - 2);
    int depth = leftShape.dimension(leftShape.rank() - 1);
    int columns = rightShape.dimension(rightShape.rank() - 1);
    if (rightShape.dimension(rightShape.rank() - 2) != depth) {
      throw new TensorException(
          "cannot multiply matrices of " + left.shape() + " and " + right.shape());
    }
    Broadcast batches = new Broadcast(batchShape(leftShape), batchShape(rightShape));
    Shape shape = resultShape(batches.shape(), leftVector ? -1 : rows, rightVector ? -1 : columns);
    FloatTensor result = invocation.floatOutput(0, shape);
    batches.forEachRun(
        (starts, steps, to, count) -> {
          for (int i = 0; i < count; i++) {
            int leftFrom = left.offset() + (starts[0] + i * steps[0]) * rows * depth;
            int rightFrom = right.offset() + (starts[1] + i * steps[1]) * depth * columns;
            int resultFrom = result.offset() + (to + i) * rows * columns;
            invocation
                .gemm()
                .multiplyAdd(
                    Matrix.rowMajor(left.values(), leftFrom, rows, depth),
                    Matrix.rowMajor(right.values(), rightFrom, depth, columns),
                    Matrix.rowMajor(result.values(), resultFrom, rows, columns));
          }
        });
  }

  private static Shape batchShape(Shape shape) {
    return Shape.of(Arrays.copyOf(shape.toArray(), shape.rank() - 2));
  }

  /** Batch axes, then rows and columns unless they are negative. */
  private static Shape resultShape(Shape batch, int rows, int columns) {
    int[] dimensions = Arrays.copyOf(batch.toArray(), batch.rank() + 2);
    int rank = batch.rank();
    if (rows >= 0) {
      dimensions[rank++] = rows;
    }
    if (columns >= 0) {
      dimensions[rank++] = columns;
    }
    return Shape.of(Arrays.copyOf(dimensions, rank));
  }
}
