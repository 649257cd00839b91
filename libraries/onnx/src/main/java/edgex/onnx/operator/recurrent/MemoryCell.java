package edgex.onnx.operator.recurrent;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;

/**
 * LSTM, gates in the order input i, output o, forget f, cell c; P are peephole weights:
 *
 * <pre>
 *   i = f(Wi x + Ri h + Pi * C + bias)      f = f(Wf x + Rf h + Pf * C + bias)
 *   c = g(Wc x + Rc h + bias)               C' = f * C + i * c
 *   o = f(Wo x + Ro h + Po * C' + bias)     h' = o * h(C')
 * </pre>
 */
final class MemoryCell implements Cell {
  private static final int INPUT = 0;
  private static final int OUTPUT = 1;
  private static final int FORGET = 2;
  private static final int CELL = 3;

  private final boolean coupled;

  MemoryCell(NodeContext context) throws ModelFormatException {
    this.coupled = context.flag("input_forget");
  }

  @Override
  public int gates() {
    return 4;
  }

  @Override
  public String[] defaultActivations() {
    return new String[] {"Sigmoid", "Tanh", "Tanh"};
  }

  @Override
  public void run(CellStep step) {
    Activation gateFunction = step.activations[0];
    for (int index = 0; index < step.hidden; index++) {
      int place = step.memoryFrom + index;
      float old = step.memory[place];
      double in = gateFunction.apply(step.gate(INPUT, index) + step.peephole(INPUT, index) * old);
      double forget =
          coupled
              ? 1 - in
              : gateFunction.apply(step.gate(FORGET, index) + step.peephole(FORGET, index) * old);
      double cell = step.activations[1].apply(step.gate(CELL, index));
      float memory = (float) (forget * old + in * cell);
      double out =
          gateFunction.apply(step.gate(OUTPUT, index) + step.peephole(OUTPUT, index) * memory);
      step.memory[place] = memory;
      step.state[step.stateFrom + index] = (float) (out * step.activations[2].apply(memory));
    }
  }
}
