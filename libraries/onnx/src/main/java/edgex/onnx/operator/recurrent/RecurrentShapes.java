package edgex.onnx.operator.recurrent;

import edgex.tensor.Shape;
import edgex.tensor.TensorException;

/** The extents of a recurrent layer, and the shapes that follow from them. */
final class RecurrentShapes {
  private final int times;
  private final int batch;
  private final int inputSize;
  private final int hidden;
  private final int directions;
  private final int gates;
  private final boolean batchFirst;

  RecurrentShapes(Shape input, Shape recurrent, int directions, int gates, boolean batchFirst) {
    if (input.rank() != 3 || recurrent.rank() != 3) {
      throw new TensorException("input " + input + " is not a batch of sequences");
    }
    this.times = input.dimension(batchFirst ? 1 : 0);
    this.batch = input.dimension(batchFirst ? 0 : 1);
    this.inputSize = input.dimension(2);
    this.hidden = recurrent.dimension(2);
    this.directions = directions;
    this.gates = gates;
    this.batchFirst = batchFirst;
  }

  void require(String what, Shape actual, Shape expected) {
    if (!actual.equals(expected)) {
      throw new TensorException(what + " of shape " + actual + " should be " + expected);
    }
  }

  int times() {
    return times;
  }

  int batch() {
    return batch;
  }

  int inputSize() {
    return inputSize;
  }

  int hidden() {
    return hidden;
  }

  int directions() {
    return directions;
  }

  /** Numbers that all gates of one entry have. */
  int gateElements() {
    return gates * hidden;
  }

  Shape weightsShape() {
    return Shape.ofLongs(directions, (long) gates * hidden, inputSize);
  }

  Shape recurrentShape() {
    return Shape.ofLongs(directions, (long) gates * hidden, hidden);
  }

  Shape biasShape() {
    return Shape.ofLongs(directions, 2L * gates * hidden);
  }

  Shape stateShape() {
    return batchFirst ? Shape.of(batch, directions, hidden) : Shape.of(directions, batch, hidden);
  }

  /** The state as the passes work on it. */
  Shape innerStateShape() {
    return Shape.of(directions, batch, hidden);
  }

  Shape sequenceShape() {
    return batchFirst
        ? Shape.of(batch, times, directions, hidden)
        : Shape.of(times, directions, batch, hidden);
  }

  /** Where element {@code place} of [directions, batch, hidden] lies in the state's own layout. */
  int stateIndex(int place) {
    int entry = place / hidden % batch;
    int direction = place / hidden / batch;
    return batchFirst ? (entry * directions + direction) * hidden + place % hidden : place;
  }

  /** Which of all input vectors belongs to a time and an entry of the batch. */
  int inputVector(int time, int entry) {
    return batchFirst ? entry * times + time : time * batch + entry;
  }

  /** Index of the first number of one state in the output of all states. */
  int sequenceIndex(int time, int direction, int entry) {
    int place =
        batchFirst
            ? (entry * times + time) * directions + direction
            : (time * directions + direction) * batch + entry;
    return place * hidden;
  }
}
