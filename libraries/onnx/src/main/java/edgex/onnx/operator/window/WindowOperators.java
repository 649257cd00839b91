package edgex.onnx.operator.window;

import edgex.onnx.operator.OperatorTable;

/** The operators that move a window over spatial axes. */
public final class WindowOperators {
  private WindowOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("Conv", 1, 2, 3, ConvolutionOperator::new);
    table.add("MaxPool", 1, 1, 1, 2, MaximumPoolOperator::new);
    table.add("AveragePool", 1, 1, 1, AveragePoolOperator::new);
    GlobalPoolOperator.addTo(table);
  }
}
