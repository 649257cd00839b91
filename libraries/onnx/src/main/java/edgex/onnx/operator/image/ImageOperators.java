package edgex.onnx.operator.image;

import edgex.onnx.operator.OperatorTable;

/** The operators on pictures and boxes in them. */
public final class ImageOperators {
  private ImageOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("Resize", 10, 1, 4, ResizeOperator::new);
    table.add("Upsample", 7, 1, 2, UpsampleOperator::new);
    table.add("GridSample", 16, 2, 2, GridSampleOperator::new);
    table.add("AffineGrid", 20, 2, 2, AffineGridOperator::new);
    table.add("RoiAlign", 10, 3, 3, RegionOperator::new);
    table.add("NonMaxSuppression", 10, 2, 5, SuppressionOperator::new);
  }
}
