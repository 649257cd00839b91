package edgex.onnx.operator.generator;

import edgex.onnx.operator.OperatorTable;

/** The operators that make tensors from little or nothing. */
public final class GeneratorOperators {
  private GeneratorOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("Constant", 1, 0, 0, ConstantOperator::new);
    table.add("ConstantOfShape", 9, 1, 1, FillOperator::new);
    table.add("Range", 11, 3, 3, RangeOperator::new);
    table.add("EyeLike", 9, 1, 1, DiagonalOperator::new);
    table.add("Dropout", 1, 1, 3, 2, DropoutOperator::new);
  }
}
