package edgex.onnx.operator;

/** The operators of ONNX's own domain that are supported. */
public final class StandardOperators {
  /** Newest operator set whose changes to the operators below are known and tested. */
  private static final long NEWEST_OPSET = 28;

  private StandardOperators() {}

  /** A table of all of them. */
  public static OperatorTable table() {
    OperatorTable table = new OperatorTable();
    table.addDomain("", NEWEST_OPSET);
    addWindows(table);
    addMatrices(table);
    addElementwise(table);
    addShapes(table);
    return table;
  }

  private static void addWindows(OperatorTable table) {
    table.add("Conv", 1, 2, 3, ConvolutionOperator::new);
    table.add("MaxPool", 1, 1, 1, 2, MaximumPoolOperator::new);
  }

  private static void addMatrices(OperatorTable table) {
    table.add("MatMul", 1, 2, 2, MatMulOperator::new);
  }

  private static void addElementwise(OperatorTable table) {
    ArithmeticOperator.addTo(table);
    table.add("Relu", 1, 1, 1, ReluOperator::new);
  }

  private static void addShapes(OperatorTable table) {
    table.add("Reshape", 1, 1, 2, ReshapeOperator::new);
  }
}
