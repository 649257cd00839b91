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
    table.add("Split", 1, 1, 2, OperatorTable.ANY, SplitOperator::new);
    table.add("Pad", 1, 1, 4, PadOperator::new);
    table.add("Tile", 1, 2, 3, TileOperator::new);
    table.add("CenterCropPad", 18, 2, 2, CenterCropPadOperator::new);
    table.add("Trilu", 14, 1, 2, TriangleOperator::new);
    table.add("ReverseSequence", 10, 2, 2, ReverseSequenceOperator::new);
    BlockOperator.addTo(table);
    ViewOperator.addTo(table);
    AxesOperator.addTo(table);
    ShapeOperator.addTo(table);
  }
}
