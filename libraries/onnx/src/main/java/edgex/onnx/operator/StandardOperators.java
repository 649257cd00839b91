package edgex.onnx.operator;

import edgex.onnx.operator.control.ControlOperators;
import edgex.onnx.operator.elementwise.ElementwiseOperators;
import edgex.onnx.operator.generator.GeneratorOperators;
import edgex.onnx.operator.image.ImageOperators;
import edgex.onnx.operator.indexing.IndexingOperators;
import edgex.onnx.operator.layout.LayoutOperators;
import edgex.onnx.operator.learning.LearningOperators;
import edgex.onnx.operator.matrix.MatrixOperators;
import edgex.onnx.operator.normalization.NormalizationOperators;
import edgex.onnx.operator.quantization.QuantizationOperators;
import edgex.onnx.operator.recurrent.RecurrentOperators;
import edgex.onnx.operator.reduction.ReductionOperators;
import edgex.onnx.operator.signal.SignalOperators;
import edgex.onnx.operator.training.TrainingOperators;
import edgex.onnx.operator.window.WindowOperators;

/** The operators that are supported: ONNX's own and some of other domains. */
public final class StandardOperators {
  /** Newest operator set whose changes to the operators below are known and tested. */
  private static final long NEWEST_OPSET = 28;

  private StandardOperators() {}

  /** A table of all of them. */
  public static OperatorTable table() {
    OperatorTable table = new OperatorTable();
    table.addDomain("", NEWEST_OPSET);
    ElementwiseOperators.addTo(table);
    GeneratorOperators.addTo(table);
    IndexingOperators.addTo(table);
    LayoutOperators.addTo(table);
    MatrixOperators.addTo(table);
    NormalizationOperators.addTo(table);
    ReductionOperators.addTo(table);
    ControlOperators.addTo(table);
    QuantizationOperators.addTo(table);
    RecurrentOperators.addTo(table);
    ImageOperators.addTo(table);
    LearningOperators.addTo(table);
    TrainingOperators.addTo(table);
    SignalOperators.addTo(table);
    WindowOperators.addTo(table);
    return table;
  }
}
