package edgex.onnx.operator.indexing;

import edgex.onnx.operator.OperatorTable;

/** The operators that choose elements by index. */
public final class IndexingOperators {
  private IndexingOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("Gather", 1, 2, 2, GatherOperator::new);
  }
}
