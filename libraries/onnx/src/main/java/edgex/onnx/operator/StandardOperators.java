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
    table.add("AveragePool", 1, 1, 1, AveragePoolOperator::new);
    GlobalPoolOperator.addTo(table);
    table.add("BatchNormalization", 1, 5, 5, 5, BatchNormalizationOperator::new);
  }

  private static void addMatrices(OperatorTable table) {
    table.add("MatMul", 1, 2, 2, MatMulOperator::new);
    table.add("Gemm", 1, 2, 3, GemmOperator::new);
    SoftmaxOperator.addTo(table);
  }

  private static void addElementwise(OperatorTable table) {
    ArithmeticOperator.addTo(table);
    ComparisonOperator.addTo(table);
    VariadicOperator.addTo(table);
    MapOperator.addTo(table);
    SignOperator.addTo(table);
    table.add("Relu", 1, 1, 1, ReluOperator::new);
    table.add("Clip", 1, 1, 3, ClipOperator::new);
    table.add("Pow", 1, 2, 2, PowerOperator::new);
    table.add("Where", 9, 3, 3, WhereOperator::new);
    table.add("Not", 1, 1, 1, NotOperator::new);
    table.add("Cast", 1, 1, 1, CastOperator::new);
  }

  private static void addShapes(OperatorTable table) {
    table.add("Reshape", 1, 1, 2, ReshapeOperator::new);
    table.add("Transpose", 1, 1, 1, TransposeOperator::new);
    table.add("Concat", 1, 1, OperatorTable.ANY, ConcatOperator::new);
    table.add("Gather", 1, 2, 2, GatherOperator::new);
    table.add("Slice", 1, 1, 5, SliceOperator::new);
    table.add("Expand", 8, 2, 2, ExpandOperator::new);
    table.add("Dropout", 1, 1, 3, 2, DropoutOperator::new);
    table.add("Constant", 1, 0, 0, ConstantOperator::new);
    ViewOperator.addTo(table);
    AxesOperator.addTo(table);
    ShapeOperator.addTo(table);
  }
}
