package edgex.onnx.operator.recurrent;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;

/**
 * GRU, gates in the order update z, reset r, hidden h:
 *
 * <pre>
 *   z = f(Wz x + Rz h + bias)      r = f(Wr x + Rr h + bias)
 *   n = g(Wh x + Rh (r * h) + bias)            or, if linear_before_reset,
 *   n = g(Wh x + r * (Rh h + bias) + bias)
 *   h' = (1 - z) * n + z * h
 * </pre>
 */
final class GatedCell implements Cell {
  private static final int UPDATE = 0;
  private static final int RESET = 1;
  private static final int HIDDEN = 2;

  private final boolean linearBeforeReset;

  GatedCell(NodeContext context) throws ModelFormatException {
    this.linearBeforeReset = context.flag("linear_before_reset");
  }

  @Override
  public int gates() {
    return 3;
  }

  @Override
  public String[] defaultActivations() {
    return new String[] {"Sigmoid", "Tanh"};
  }

  @Override
  public void run(CellStep step) {
    float[] reset = step.spare;
    for (int index = 0; index < step.hidden; index++) {
      double gate = step.activations[0].apply(step.gate(RESET, index));
      double scaled = linearBeforeReset ? gate : gate * step.state[step.stateFrom + index];
      reset[index] = (float) scaled;
    }
    for (int index = 0; index < step.hidden; index++) {
      double recurrent =
          linearBeforeReset
              ? reset[index] * step.recurrentPart(HIDDEN, index)
              : product(step, index) + step.bias(HIDDEN, index);
      double next = step.activations[1].apply(step.inputPart(HIDDEN, index) + recurrent);
      double update = step.activations[0].apply(step.gate(UPDATE, index));
      // The elements after this one need the old state only as the reset gate let it through.
      int place = step.stateFrom + index;
      step.state[place] = (float) ((1 - update) * next + update * step.state[place]);
    }
  }

  /** Row {@code index} of Rh times the state that the reset gate let through. */
  private static double product(CellStep step, int index) {
    int from = step.recurrentWeightsFrom + (HIDDEN * step.hidden + index) * step.hidden;
    double sum = 0;
    for (int term = 0; term < step.hidden; term++) {
      sum += step.recurrentWeights[from + term] * step.spare[term];
    }
    return sum;
  }
}
