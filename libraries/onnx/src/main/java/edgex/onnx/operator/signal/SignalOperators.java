package edgex.onnx.operator.signal;

import edgex.onnx.operator.OperatorTable;

/** The operators on signals. */
public final class SignalOperators {
  private SignalOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("DFT", 17, 1, 3, FourierOperator::new);
    table.add("STFT", 17, 2, 4, ShortTimeFourierOperator::new);
    table.add("MelWeightMatrix", 17, 5, 5, MelWeightOperator::new);
    WindowFunctionOperator.addTo(table);
  }
}
