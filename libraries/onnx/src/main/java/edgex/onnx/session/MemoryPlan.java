package edgex.onnx.session;

import edgex.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the float values of a run lie in one arena, for inputs of given shapes. Two values may
 * share memory if one is dead before the other is born.
 *
 * <p>Values are placed from the largest to the smallest, each into the smallest gap that takes it
 * among those that live at the same time (best fit).
 */
final class MemoryPlan {
  static final int NOT_PLANNED = -1;

  /** A cache line, so that vectors seldom cross one. */
  private static final int ALIGNMENT_ELEMENTS = 16;

  /** Kernels may read so far beyond the end of a value. */
  private static final int SLACK_ELEMENTS = 64;

  private final int[] offsets;
  private final Shape[] shapes;
  private int arenaElements;

  private MemoryPlan(int slotCount) {
    offsets = new int[slotCount];
    shapes = new Shape[slotCount];
  }

  /** A value as a run saw it: made by one step, last used by another. */
  private record Life(int slot, int elements, int firstStep, int lastStep) {
    boolean meets(Life other) {
      return firstStep <= other.lastStep && other.firstStep <= lastStep;
    }
  }

  /** Plans for runs that look like the one that was recorded. */
  static MemoryPlan of(LifeRecord record, int slotCount) {
    MemoryPlan plan = new MemoryPlan(slotCount);
    List<Life> lives = new ArrayList<>();
    for (int slot = 0; slot < slotCount; slot++) {
      plan.offsets[slot] = NOT_PLANNED;
      if (record.isPlannable(slot)) {
        plan.shapes[slot] = record.shape(slot);
        int elements = roundUp(record.shape(slot).elementCount());
        lives.add(new Life(slot, elements, record.firstStep(slot), record.lastStep(slot)));
      }
    }
    lives.sort(
        (left, right) ->
            left.elements() != right.elements()
                ? Integer.compare(right.elements(), left.elements())
                : Integer.compare(left.slot(), right.slot()));
    List<Life> placed = new ArrayList<>();
    for (Life life : lives) {
      plan.place(life, placed);
    }
    plan.arenaElements += SLACK_ELEMENTS;
    return plan;
  }

  private static int roundUp(int elements) {
    return (elements + ALIGNMENT_ELEMENTS - 1) / ALIGNMENT_ELEMENTS * ALIGNMENT_ELEMENTS;
  }

  private void place(Life life, List<Life> placed) {
    int end = 0;
    int best = NOT_PLANNED;
    int bestGap = Integer.MAX_VALUE;
    for (Life other : placed) {
      if (other.meets(life)) {
        int gap = offsets[other.slot()] - end;
        if (gap >= life.elements() && gap < bestGap) {
          best = end;
          bestGap = gap;
        }
        end = Math.max(end, offsets[other.slot()] + other.elements());
      }
    }
    offsets[life.slot()] = best == NOT_PLANNED ? end : best;
    arenaElements = Math.max(arenaElements, offsets[life.slot()] + life.elements());
    int index = 0;
    while (index < placed.size() && offsets[placed.get(index).slot()] <= offsets[life.slot()]) {
      index++;
    }
    placed.add(index, life);
  }

  /** Floats in the arena. */
  int arenaElements() {
    return arenaElements;
  }

  /** Index in the arena of a float value of that shape, or {@link #NOT_PLANNED}. */
  int offset(int slot, Shape shape) {
    return offsets[slot] != NOT_PLANNED && shape.equals(shapes[slot]) ? offsets[slot] : NOT_PLANNED;
  }
}
