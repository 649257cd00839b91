package edgex.onnx.operator.reduction;

import edgex.onnx.operator.OperatorTable;

/** The operators that fold many elements into one, and those that keep every partial result. */
public final class ReductionOperators {
  private ReductionOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    ReduceOperator.addTo(table);
    ExtremeIndexOperator.addTo(table);
    CumulativeOperator.addTo(table);
  }
}
