package edgex.onnx.session;

import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import java.util.Arrays;

/** What a run saw of its values: who owned memory, of which shape, from which step to which. */
final class LifeRecord {
  private static final int NEVER = -1;

  private final Shape[] shapes;
  private final int[] firstSteps;
  private final int[] lastSteps;

  LifeRecord(int slotCount) {
    shapes = new Shape[slotCount];
    firstSteps = new int[slotCount];
    lastSteps = new int[slotCount];
    Arrays.fill(lastSteps, NEVER);
  }

  /** A step made a value in memory of its own. */
  void make(int slot, ElementType type, Shape shape, int step) {
    shapes[slot] = type == ElementType.FLOAT32 ? shape : null;
    firstSteps[slot] = step;
  }

  /** After this step nothing uses the value's memory any more. */
  void free(int slot, int step) {
    lastSteps[slot] = step;
  }

  /** Whether the value is of floats and its memory became free again: results never do. */
  boolean isPlannable(int slot) {
    return shapes[slot] != null && lastSteps[slot] != NEVER;
  }

  Shape shape(int slot) {
    return shapes[slot];
  }

  int firstStep(int slot) {
    return firstSteps[slot];
  }

  int lastStep(int slot) {
    return lastSteps[slot];
  }
}
