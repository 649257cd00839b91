package edgex.onnx.operator.elementwise;

import edgex.onnx.operator.OperatorTable;

/** The operators that work on each element by itself. */
public final class ElementwiseOperators {
  private ElementwiseOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
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
}
