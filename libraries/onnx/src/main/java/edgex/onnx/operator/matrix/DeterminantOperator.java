package edgex.onnx.operator.matrix;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.InputTypes;
import edgex.onnx.operator.Invocation;
import edgex.onnx.operator.NodeContext;
import edgex.onnx.operator.Operator;
import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/** Det: the determinant of the square matrices in the last two axes. */
final class DeterminantOperator implements Operator {
  DeterminantOperator(NodeContext context) {}

  @Override
  public ElementType[] outputTypes(InputTypes inputs) throws ModelFormatException {
    return new ElementType[] {inputs.floatingPoint(0)};
  }

  @Override
  public void run(Invocation invocation) {
    Tensor input = invocation.input(0);
    Shape shape = input.shape();
    int rank = shape.rank();
    if (rank < 2 || shape.dimension(rank - 1) != shape.dimension(rank - 2)) {
      throw new TensorException("a tensor of shape " + shape + " has no square matrices");
    }
    int size = shape.dimension(rank - 1);
    Shape batch = Shape.of(Arrays.copyOf(shape.toArray(), rank - 2));
    Tensor result = invocation.output(0, input.type(), batch);
    Tensor copy = invocation.temporary(ElementType.FLOAT64, Shape.of(size, size));
    for (int matrix = 0; matrix < result.elementCount(); matrix++) {
      for (int index = 0; index < size * size; index++) {
        copy.setDouble(index, input.getDouble(matrix * size * size + index));
      }
      result.setDouble(matrix, eliminate(copy, size));
    }
  }

  /** Gaussian elimination with the largest pivot of each column; destroys the matrix. */
  private static double eliminate(Tensor matrix, int size) {
    double determinant = 1;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        double value = Math.abs(matrix.getDouble(row * size + column));
        pivot = value > Math.abs(matrix.getDouble(pivot * size + column)) ? row : pivot;
      }
      double diagonal = matrix.getDouble(pivot * size + column);
      determinant *= pivot == column ? diagonal : -diagonal;
      if (diagonal == 0) {
        return 0;
      }
      for (int place = column; place < size; place++) {
        double moved = matrix.getDouble(column * size + place);
        matrix.setDouble(column * size + place, matrix.getDouble(pivot * size + place));
        matrix.setDouble(pivot * size + place, moved);
      }
      for (int row = column + 1; row < size; row++) {
        double factor = matrix.getDouble(row * size + column) / diagonal;
        for (int place = column; place < size; place++) {
          int index = row * size + place;
          double taken = factor * matrix.getDouble(column * size + place);
          matrix.setDouble(index, matrix.getDouble(index) - taken);
        }
      }
    }
    return determinant;
  }
}
