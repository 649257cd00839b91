package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Gemm;
import edgex.tensor.Matrix;
import edgex.tensor.Shape;
import edgex.tensor.TensorException;

/** Gemm: input [samples, n] times weights [n, m], plus bias [m] if there is one. */
public final class Dense implements Operation {
  private final Gemm gemm = new Gemm();

  /** Creates the operation. */
  public Dense() {}

  private static Matrix matrix(FloatTensor tensor) {
    Shape shape = tensor.shape();
    return Matrix.rowMajor(
        tensor.values(), tensor.offset(), shape.dimension(0), shape.dimension(1));
  }

  @Override
  public Shape resultShape(Shape... inputs) {
    boolean fits =
        inputs[0].rank() == 2
            && inputs[1].rank() == 2
            && inputs[0].dimension(1) == inputs[1].dimension(0)
            && (inputs.length == 2 || inputs[2].equals(Shape.of(inputs[1].dimension(1))));
    if (!fits) {
      throw new TensorException("cannot multiply " + inputs[0] + " and " + inputs[1]);
    }
    return Shape.of(inputs[0].dimension(0), inputs[1].dimension(1));
  }

  @Override
  public void run(FloatTensor[] inputs, FloatTensor result) {
    if (inputs.length == 3) {
      int columns = inputs[2].elementCount();
      for (int index = 0; index < result.elementCount(); index += columns) {
        result.copy(index, inputs[2], 0, columns);
      }
    }
    gemm.multiplyAdd(matrix(inputs[0]), matrix(inputs[1]), matrix(result));
  }

  @Override
  public void differentiate(
      FloatTensor[] inputs,
      FloatTensor result,
      FloatTensor resultGradient,
      FloatTensor[] gradients) {
    Matrix change = matrix(resultGradient);
    if (gradients[0] != null) {
      gemm.multiplyAdd(change, matrix(inputs[1]).transposed(), matrix(gradients[0]));
    }
    if (gradients[1] != null) {
      gemm.multiplyAdd(matrix(inputs[0]).transposed(), change, matrix(gradients[1]));
    }
    if (gradients.length == 3 && gradients[2] != null) {
      Sums.add(resultGradient, 1, gradients[2]);
    }
  }

  @Override
  public String operator() {
    return "Gemm";
  }
}
