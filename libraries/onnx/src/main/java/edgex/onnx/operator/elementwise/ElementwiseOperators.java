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
    table.add("Mod", 10, 2, 2, ModuloOperator::new);
    table.add("BitShift", 11, 2, 2, BitShiftOperator::new);
    table.add("Shrink", 9, 1, 1, ShrinkOperator::new);
    table.add("PRelu", 1, 2, 2, SlopeOperator::new);
    BitwiseOperator.addTo(table);
    ClassificationOperator.addTo(table);
    CastOperator.addTo(table);
  }
}
