package edgex.onnx.operator.control;

import edgex.onnx.operator.OperatorTable;

/** The operators that run sub-graphs. */
public final class ControlOperators {
  private ControlOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("If", 1, 1, 1, OperatorTable.ANY, IfOperator::new);
    table.add("Loop", 1, 0, OperatorTable.ANY, OperatorTable.ANY, LoopOperator::new);
    table.add("Scan", 8, 0, OperatorTable.ANY, OperatorTable.ANY, ScanOperator::new);
  }
}
