package edgex.onnx.operator.recurrent;

/**
 * What one step of a {@link Cell} reads and writes: arrays, and where in them this entry of the
 * batch begins. {@code hidden} is the length of the state.
 */
final class CellStep {
  final int hidden;
  final Activation[] activations;

  /** Whether the functions are the cell's default ones. */
  boolean isDefault;

  /** W x and its bias, {@code gates * hidden} numbers from {@link #inputFrom} on. */
  float[] input;

  int inputFrom;

  /** R h, {@code gates * hidden} numbers from {@link #recurrentFrom} on, without its bias. */
  float[] recurrent;

  int recurrentFrom;

  /** The bias that belongs to R h, or null if all are 0. */
  float[] recurrentBias;

  int recurrentBiasFrom;

  /** The hidden state, from {@link #stateFrom} on; replaced by the next one. */
  float[] state;

  int stateFrom;

  /** The memory of an LSTM, from {@link #memoryFrom} on; replaced by the next one. */
  float[] memory;

  int memoryFrom;

  /** The peephole weights of an LSTM, or null if all are 0. */
  float[] peepholes;

  int peepholesFrom;

  /** Scratch of {@code hidden} numbers. */
  float[] spare;

  /** R of this direction, for cells that multiply it again. */
  float[] recurrentWeights;

  int recurrentWeightsFrom;

  CellStep(int hidden, Activation[] activations) {
    this.hidden = hidden;
    this.activations = activations;
  }

  /** W x + R h + both biases, for element {@code index} of gate {@code gate}. */
  float gate(int gate, int index) {
    int place = gate * hidden + index;
    return input[inputFrom + place] + recurrentPart(gate, index);
  }

  /** W x with its bias. */
  float inputPart(int gate, int index) {
    return input[inputFrom + gate * hidden + index];
  }

  /** R h with its bias. */
  float recurrentPart(int gate, int index) {
    int place = gate * hidden + index;
    return recurrent[recurrentFrom + place] + bias(gate, index);
  }

  /** The bias that belongs to R h. */
  float bias(int gate, int index) {
    return recurrentBias == null ? 0 : recurrentBias[recurrentBiasFrom + gate * hidden + index];
  }

  /** The peephole weight {@code index} of gate {@code gate}. */
  float peephole(int gate, int index) {
    return peepholes == null ? 0 : peepholes[peepholesFrom + gate * hidden + index];
  }
}
