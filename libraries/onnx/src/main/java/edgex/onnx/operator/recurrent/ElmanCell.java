package edgex.onnx.operator.recurrent;

import edgex.onnx.operator.NodeContext;

/** RNN: {@code h' = f(W x + R h + bias)}. */
final class ElmanCell implements Cell {
  ElmanCell(NodeContext context) {}

  @Override
  public int gates() {
    return 1;
  }

  @Override
  public String[] defaultActivations() {
    return new String[] {"Tanh"};
  }

  @Override
  public void run(CellStep step) {
    for (int index = 0; index < step.hidden; index++) {
      step.state[step.stateFrom + index] = (float) step.activations[0].apply(step.gate(0, index));
    }
  }
}
