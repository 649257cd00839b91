package edgex.onnx.session;

import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import java.util.Arrays;

/**
 * What a run, or its rehearsal, saw of its values: who had memory, of which type and shape, from
 * which step to which. A value may have taken over the memory of one that died where it was made.
 */
final class LifeRecord {
  private static final int NEVER = -1;

  private final ElementType[] types;
  private final Shape[] shapes;
  private final int[] firstSteps;
  private final int[] lastSteps;
  private final int[] origins;

  LifeRecord(int slotCount) {
    types = new ElementType[slotCount];
    shapes = new Shape[slotCount];
    firstSteps = new int[slotCount];
    lastSteps = new int[slotCount];
    origins = new int[slotCount];
    Arrays.fill(lastSteps, NEVER);
  }

  int slotCount() {
    return shapes.length;
  }

  /** A step made a value in memory of its own. */
  void make(int slot, ElementType type, Shape shape, int step) {
    types[slot] = type;
    shapes[slot] = shape;
    firstSteps[slot] = step;
    origins[slot] = slot;
  }

  /** A step made a value that may lie where a dying one of the same size and type lies. */
  void makeOver(int slot, int dying, Shape shape, int step) {
    make(slot, types[dying], shape, step);
    origins[slot] = origins[dying];
  }

  /** Whether a step made the value in memory that it asked for. */
  boolean isMade(int slot) {
    return shapes[slot] != null;
  }

  /** After this step nothing uses the value's memory any more. */
  void free(int slot, int step) {
    lastSteps[slot] = step;
  }

  /** Whether the value's memory became free again: that of results never does. */
  boolean isPlannable(int slot) {
    return isMade(slot) && lastSteps[slot] != NEVER;
  }

  /** The first of the values that took over each other's memory up to this one; often itself. */
  int origin(int slot) {
    return origins[slot];
  }

  ElementType type(int slot) {
    return types[slot];
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
