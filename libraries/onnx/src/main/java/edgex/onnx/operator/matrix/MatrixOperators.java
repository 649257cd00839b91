package edgex.onnx.operator.matrix;

import edgex.onnx.operator.OperatorTable;

/** Products and other functions of matrices. */
public final class MatrixOperators {
  private MatrixOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("MatMul", 1, 2, 2, MatMulOperator::new);
    table.add("Det", 11, 1, 1, DeterminantOperator::new);
    table.add("Einsum", 12, 1, OperatorTable.ANY, EinsumOperator::new);
    table.add("Gemm", 1, 2, 3, GemmOperator::new);
  }
}
