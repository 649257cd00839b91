package edgex.onnx.operator.recurrent;

import edgex.onnx.operator.Floats;
import edgex.onnx.operator.Invocation;
import edgex.tensor.FloatTensor;
import edgex.tensor.Matrix;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import edgex.tensor.TensorException;
import java.util.Arrays;

/**
 * One direction of a recurrent layer. The input's share of all gates, {@code W x + bias}, is one
 * matrix product for all steps; the state's share is one for each step.
 */
final class RecurrentPass {
  private static final int WEIGHTS = 1;
  private static final int RECURRENT_WEIGHTS = 2;
  private static final int BIAS = 3;
  private static final int LENGTHS = 4;

  private final Invocation invocation;
  private final RecurrentShapes shapes;
  private final Cell cell;
  private final int direction;
  private final boolean reverse;
  private final FloatTensor inputSums;
  private final FloatTensor recurrentSums;
  private final FloatTensor spare;

  RecurrentPass(
      Invocation invocation, RecurrentShapes shapes, Cell cell, int direction, boolean reverse) {
    this.invocation = invocation;
    this.shapes = shapes;
    this.cell = cell;
    this.direction = direction;
    this.reverse = reverse;
    int gates = shapes.gateElements();
    long vectors = (long) shapes.times() * shapes.batch();
    this.inputSums = Floats.empty(invocation, Shape.ofLongs(vectors, gates));
    this.recurrentSums = Floats.empty(invocation, Shape.of(shapes.batch(), gates));
    this.spare = Floats.empty(invocation, Shape.of(shapes.hidden()));
  }

  /**
   * Runs all steps.
   *
   * @param state [directions, batch, hidden], from the first state to the last
   * @param memory as {@code state}
   * @param all receives every state
   */
  void run(CellStep step, FloatTensor state, FloatTensor memory, Tensor all) {
    int hidden = shapes.hidden();
    int batch = shapes.batch();
    addInputs();
    Matrix weights = weights(RECURRENT_WEIGHTS, hidden).transposed();
    step.spare = spare.values();
    step.input = inputSums.values();
    step.recurrent = recurrentSums.values();
    step.state = state.values();
    step.memory = memory.values();
    for (int count = 0; count < shapes.times(); count++) {
      recurrentPart(weights, state, recurrentSums);
      for (int entry = 0; entry < batch; entry++) {
        int length = length(entry);
        if (count >= length) {
          continue;
        }
        int time = reverse ? length - 1 - count : count;
        int place = (direction * batch + entry) * hidden;
        step.inputFrom = shapes.inputVector(time, entry) * shapes.gateElements();
        step.recurrentFrom = entry * shapes.gateElements();
        step.stateFrom = place;
        step.memoryFrom = place;
        cell.run(step);
        int to = shapes.sequenceIndex(time, direction, entry);
        if (all instanceof FloatTensor floats) {
          floats.copy(to, state, place, hidden);
          continue;
        }
        for (int index = 0; index < hidden; index++) {
          all.setDouble(to + index, state.values()[place + index]);
        }
      }
    }
  }

  private int length(int entry) {
    if (!invocation.hasInput(LENGTHS)) {
      return shapes.times();
    }
    long length = invocation.input(LENGTHS).getLong(entry);
    if (length < 0 || length > shapes.times()) {
      throw new TensorException("a sequence of " + shapes.times() + " has length " + length);
    }
    return (int) length;
  }

  /** {@code W x + bias} for every input vector, in the input's own order. */
  private void addInputs() {
    int gates = shapes.gateElements();
    int vectors = shapes.times() * shapes.batch();
    FloatTensor sums = inputSums;
    if (invocation.hasInput(BIAS)) {
      FloatTensor bias = Floats.input(invocation, BIAS);
      int from = bias.offset() + direction * 2 * gates;
      for (int vector = 0; vector < vectors; vector++) {
        System.arraycopy(bias.values(), from, sums.values(), vector * gates, gates);
      }
    }
    FloatTensor input = Floats.input(invocation, 0);
    Matrix vectorRows =
        Matrix.rowMajor(input.values(), input.offset(), vectors, shapes.inputSize());
    Matrix weights = weights(WEIGHTS, shapes.inputSize());
    Matrix result = Matrix.rowMajor(sums.values(), sums.offset(), vectors, gates);
    invocation.gemm().multiplyAdd(vectorRows, weights.transposed(), result);
  }

  private Matrix weights(int index, int columns) {
    FloatTensor weights = Floats.input(invocation, index);
    int rows = shapes.gateElements();
    int from = weights.offset() + direction * rows * columns;
    return Matrix.rowMajor(weights.values(), from, rows, columns);
  }

  /** {@code R h} for every entry of the batch. */
  private void recurrentPart(Matrix weights, FloatTensor state, FloatTensor sums) {
    Arrays.fill(sums.values(), 0f);
    int hidden = shapes.hidden();
    int batch = shapes.batch();
    int from = state.offset() + direction * batch * hidden;
    Matrix states = Matrix.rowMajor(state.values(), from, batch, hidden);
    Matrix result = Matrix.rowMajor(sums.values(), sums.offset(), batch, shapes.gateElements());
    invocation.gemm().multiplyAdd(states, weights, result);
  }
}
