package edgex.onnx.operator.indexing;

import edgex.onnx.operator.OperatorTable;

/** The operators that choose elements by index. */
public final class IndexingOperators {
  private IndexingOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("Gather", 1, 2, 2, GatherOperator::new);
    table.add("GatherElements", 11, 2, 2, GatherElementsOperator::new);
    table.add("GatherND", 11, 2, 2, GatherSlicesOperator::new);
    table.add("Scatter", 9, 3, 3, ScatterElementsOperator::new);
    table.add("ScatterElements", 11, 3, 3, ScatterElementsOperator::new);
    table.add("ScatterND", 11, 3, 3, ScatterSlicesOperator::new);
    table.add("TensorScatter", 24, 2, 3, CacheUpdateOperator::new);
    table.add("OneHot", 9, 3, 3, OneHotOperator::new);
    table.add("NonZero", 9, 1, 1, NonZeroOperator::new);
    table.add("Compress", 9, 2, 2, CompressOperator::new);
    table.add("TopK", 1, 1, 2, 2, LargestOperator::new);
    table.add("Unique", 11, 1, 1, 4, UniqueOperator::new);
  }
}
