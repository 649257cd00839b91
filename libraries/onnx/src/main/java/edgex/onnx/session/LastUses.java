package edgex.onnx.session;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Finds after which step each value is dead, so that its memory is free again. */
final class LastUses {
  private LastUses() {}

  /** Sets {@link Step#lastUses} of every step; outputs and constants live to the end. */
  static void mark(List<Step> steps, int slotCount, int[] outputSlots, Set<Integer> constants) {
    boolean[] usedLater = new boolean[slotCount];
    for (int slot : outputSlots) {
      usedLater[slot] = true;
    }
    for (int slot : constants) {
      usedLater[slot] = true;
    }
    // From the last step backwards, a slot not seen yet is used for the last time.
    for (int index = steps.size() - 1; index >= 0; index--) {
      Step step = steps.get(index);
      int[] last = new int[step.inputs.length + step.outputs.length + step.captured.length];
      int count = 0;
      for (int[] used : List.of(step.inputs, step.outputs, step.captured)) {
        for (int slot : used) {
          if (slot != Step.LEFT_OUT && !usedLater[slot]) {
            usedLater[slot] = true;
            last[count++] = slot;
          }
        }
      }
      step.lastUses = Arrays.copyOf(last, count);
    }
  }
}
