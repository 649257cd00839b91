package edgex.onnx.operator.normalization;

import edgex.onnx.operator.OperatorTable;

/** The operators that bring elements to a common scale. */
public final class NormalizationOperators {
  private NormalizationOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("BatchNormalization", 1, 5, 5, 5, BatchNormalizationOperator::new);
    table.add("LayerNormalization", 17, 2, 3, 3, LayerNormalizationOperator::new);
    table.add("RMSNormalization", 23, 2, 2, RootMeanSquareOperator::new);
    table.add("InstanceNormalization", 1, 3, 3, InstanceNormalizationOperator::new);
    table.add("GroupNormalization", 18, 3, 3, GroupNormalizationOperator::new);
    table.add("LpNormalization", 1, 1, 1, NormDivisionOperator::new);
    table.add("LRN", 1, 1, 1, LocalResponseOperator::new);
    table.add("MeanVarianceNormalization", 9, 1, 1, MeanVarianceOperator::new);
    table.add("Hardmax", 1, 1, 1, HardmaxOperator::new);
    SoftmaxOperator.addTo(table);
  }
}
