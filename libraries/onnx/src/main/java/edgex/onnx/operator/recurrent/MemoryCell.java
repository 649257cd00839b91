package edgex.onnx.operator.recurrent;

import edgex.onnx.ModelFormatException;
import edgex.onnx.operator.NodeContext;
import edgex.tensor.kernel.Activation;
import edgex.tensor.kernel.FloatKernels;

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

  /** Operations of {@link FloatKernels#combine}. */
  private static final int ADD = 0;

  private static final int MULTIPLY = 2;
  private static final float[] NO_PARAMETERS = Activation.noParameters();

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
    if (step.isDefault && !coupled && step.peepholes == null) {
      runDefault(step);
    } else {
      runAny(step);
    }
  }

  /** By kernels, in place of {@code R h}: input, output and forget gate lie side by side. */
  private static void runDefault(CellStep step) {
    int hidden = step.hidden;
    float[] gates = step.recurrent;
    int from = step.recurrentFrom;
    combine(ADD, gates, from, step.input, step.inputFrom, gates, from, 4 * hidden);
    if (step.recurrentBias != null) {
      int biasFrom = step.recurrentBiasFrom;
      combine(ADD, gates, from, step.recurrentBias, biasFrom, gates, from, 4 * hidden);
    }
    activate(Activation.SIGMOID, gates, from, gates, from, CELL * hidden);
    int cell = from + CELL * hidden;
    activate(Activation.TANH, gates, cell, gates, cell, hidden);
    combine(MULTIPLY, gates, from, gates, cell, gates, cell, hidden);
    float[] memory = step.memory;
    int place = step.memoryFrom;
    combine(MULTIPLY, gates, from + FORGET * hidden, memory, place, memory, place, hidden);
    combine(ADD, memory, place, gates, cell, memory, place, hidden);
    activate(Activation.TANH, memory, place, step.spare, 0, hidden);
    int output = from + OUTPUT * hidden;
    combine(MULTIPLY, gates, output, step.spare, 0, step.state, step.stateFrom, hidden);
  }

  private static void combine(
      int operation,
      float[] left,
      int leftFrom,
      float[] right,
      int rightFrom,
      float[] target,
      int to,
      int count) {
    FloatKernels.combine(operation, left, leftFrom, 1, right, rightFrom, 1, target, to, count);
  }

  private static void activate(
      Activation function, float[] source, int from, float[] target, int to, int count) {
    FloatKernels.activate(function.code(), NO_PARAMETERS, source, from, target, to, count);
  }

  private void runAny(CellStep step) {
    var gateFunction = step.activations[0];
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
