package edgex.onnx.operator.recurrent;

/**
 * One step of a recurrent layer for one entry of a batch.
 *
 * <p>The gates of a step are {@code W x + R h + bias}, one after the other; some cells need {@code
 * R h} apart from the rest.
 */
interface Cell {
  /** Number of gates. */
  int gates();

  /** Default activation functions of one direction. */
  String[] defaultActivations();

  /**
   * Computes the next state.
   *
   * @param step what the step works on
   */
  void run(CellStep step);
}
