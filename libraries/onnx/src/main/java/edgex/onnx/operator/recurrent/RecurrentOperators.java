package edgex.onnx.operator.recurrent;

import edgex.onnx.operator.OperatorTable;

/** The recurrent layers. */
public final class RecurrentOperators {
  private RecurrentOperators() {}

  /** Adds the operators of this package. */
  public static void addTo(OperatorTable table) {
    table.add("RNN", 7, 3, 6, 2, context -> new RecurrentOperator(context, ElmanCell::new));
    table.add("GRU", 7, 3, 6, 2, context -> new RecurrentOperator(context, GatedCell::new));
    table.add("LSTM", 7, 3, 8, 3, context -> new RecurrentOperator(context, MemoryCell::new));
  }
}
