package edgex.onnx.session;

import edgex.tensor.ElementType;
import edgex.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the values of a run lie in an {@link Arena}, for inputs of given shapes. Two values may
 * share memory if one is dead before the other is born, or if the other is made in its place.
 *
 * <p>Values are placed from the largest to the smallest, each into the smallest gap that takes it
 * among those that live at the same time (best fit).
 */
final class MemoryPlan {
  static final int NOT_PLANNED = -1;

  /** A cache line, so that vectors seldom cross one. */
  private static final int ALIGNMENT_BYTES = 64;

  /** Kernels may read so many elements beyond the end of a value. */
  private static final int SLACK_ELEMENTS = 64;

  private final int[] offsets;
  private final ElementType[] types;
  private final Shape[] shapes;
  private final int[] elements = new int[Arena.PART_COUNT];

  private MemoryPlan(int slotCount) {
    offsets = new int[slotCount];
    types = new ElementType[slotCount];
    shapes = new Shape[slotCount];
  }

  /** Memory as a run saw it: made by one step, last used by another. */
  private record Life(int slot, int elements, int firstStep, int lastStep) {
    boolean meets(Life other) {
      return firstStep <= other.lastStep && other.firstStep <= lastStep;
    }
  }

  /** Plans for runs that look like the one that was recorded. */
  static MemoryPlan of(LifeRecord record) {
    MemoryPlan plan = new MemoryPlan(record.slotCount());
    List<List<Life>> parts = new ArrayList<>();
    for (int part = 0; part < Arena.PART_COUNT; part++) {
      parts.add(new ArrayList<>());
    }
    int[] lastSteps = lastSteps(record);
    for (int slot = 0; slot < record.slotCount(); slot++) {
      plan.offsets[slot] = NOT_PLANNED;
      if (lastSteps[slot] != NOT_PLANNED) {
        int part = Arena.part(record.type(slot));
        int elements = roundUp(record.shape(slot).elementCount(), Arena.elementBytes(part));
        parts.get(part).add(new Life(slot, elements, record.firstStep(slot), lastSteps[slot]));
      }
    }
    for (int part = 0; part < Arena.PART_COUNT; part++) {
      plan.placeAll(parts.get(part), part);
    }
    plan.placeOver(record);
    return plan;
  }

  /** For each origin the last step of all that lie there; {@link #NOT_PLANNED} for others. */
  private static int[] lastSteps(LifeRecord record) {
    int[] lastSteps = new int[record.slotCount()];
    Arrays.fill(lastSteps, NOT_PLANNED);
    for (int slot = 0; slot < record.slotCount(); slot++) {
      if (record.isPlannable(slot)) {
        int origin = record.origin(slot);
        lastSteps[origin] = Math.max(lastSteps[origin], record.lastStep(slot));
      }
    }
    return lastSteps;
  }

  private static int roundUp(int elements, int elementBytes) {
    int unit = ALIGNMENT_BYTES / elementBytes;
    return (elements + unit - 1) / unit * unit;
  }

  private void placeAll(List<Life> lives, int part) {
    lives.sort(
        (left, right) ->
            left.elements() != right.elements()
                ? Integer.compare(right.elements(), left.elements())
                : Integer.compare(left.slot(), right.slot()));
    List<Life> placed = new ArrayList<>();
    for (Life life : lives) {
      place(life, placed, part);
    }
    elements[part] += placed.isEmpty() ? 0 : SLACK_ELEMENTS;
  }

  private void place(Life life, List<Life> placed, int part) {
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
    elements[part] = Math.max(elements[part], offsets[life.slot()] + life.elements());
    int index = 0;
    while (index < placed.size() && offsets[placed.get(index).slot()] <= offsets[life.slot()]) {
      index++;
    }
    placed.add(index, life);
  }

  /** Gives every value the place of its origin. */
  private void placeOver(LifeRecord record) {
    for (int slot = 0; slot < offsets.length; slot++) {
      if (record.isPlannable(slot)) {
        offsets[slot] = offsets[record.origin(slot)];
        types[slot] = record.type(slot);
        shapes[slot] = record.shape(slot);
      }
    }
  }

  /** Elements of a part of the arena. */
  int elements(int part) {
    return elements[part];
  }

  /** Bytes of the arena. */
  long arenaBytes() {
    long bytes = 0;
    for (int part = 0; part < Arena.PART_COUNT; part++) {
      bytes += (long) elements[part] * Arena.elementBytes(part);
    }
    return bytes;
  }

  /** Index in its part of the arena of a value that looks like that, or {@link #NOT_PLANNED}. */
  int offset(int slot, ElementType type, Shape shape) {
    boolean fits = type == types[slot] && shape.equals(shapes[slot]);
    return fits ? offsets[slot] : NOT_PLANNED;
  }
}
