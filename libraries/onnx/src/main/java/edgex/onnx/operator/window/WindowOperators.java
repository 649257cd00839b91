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
    table.add("LpPool", 1, 1, 1, NormPoolOperator::windowed);
    table.add("GlobalLpPool", 1, 1, 1, NormPoolOperator::global);
    table.add("ConvTranspose", 1, 2, 3, TransposedConvolutionOperator::new);
    table.add("DeformConv", 19, 3, 5, DeformableConvolutionOperator::new);
    table.add("MaxUnpool", 9, 2, 3, MaximumUnpoolOperator::new);
    table.add("Col2Im", 18, 3, 3, ColumnSumOperator::new);
    GlobalPoolOperator.addTo(table);
  }
}
