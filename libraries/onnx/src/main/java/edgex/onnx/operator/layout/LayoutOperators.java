package edgex.onnx.operator.layout;

import edgex.onnx.operator.OperatorTable;

/** The operators that move elements or give them another shape. */
public final class LayoutOperators {
  private LayoutOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("Reshape", 1, 1, 2, ReshapeOperator::new);
    table.add("Transpose", 1, 1, 1, TransposeOperator::new);
    table.add("Concat", 1, 1, OperatorTable.ANY, ConcatOperator::new);
    table.add("Slice", 1, 1, 5, SliceOperator::new);
    table.add("Expand", 8, 2, 2, ExpandOperator::new);
    ViewOperator.addTo(table);
    AxesOperator.addTo(table);
    ShapeOperator.addTo(table);
  }
}
