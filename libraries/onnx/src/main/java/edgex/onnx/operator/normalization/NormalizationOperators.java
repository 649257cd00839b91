package edgex.onnx.operator.normalization;

import edgex.onnx.operator.OperatorTable;

/** The operators that bring elements to a common scale. */
public final class NormalizationOperators {
  private NormalizationOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("BatchNormalization", 1, 5, 5, 5, BatchNormalizationOperator::new);
    SoftmaxOperator.addTo(table);
  }
}
