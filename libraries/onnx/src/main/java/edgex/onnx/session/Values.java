package edgex.onnx.session;

import edgex.tensor.Shape;
import edgex.tensor.Tensor;

/**
 * The values of a run by slot, and whose memory they are in.
 *
 * <p>A value that views another (a reshaped tensor) has the same owner; the owner's bytes are free
 * when the last value that it owns is released. Constants and inputs have no owner: their memory is
 * not the run's.
 */
final class Values {
  private static final int NO_OWNER = -1;

  private final RunBudget budget;
  private final Tensor[] tensors;
  private final int[] owners;
  private final int[] ownedValues;
  private final long[] ownedBytes;
  private LifeRecord record;

  Values(int slotCount, RunBudget budget) {
    this.budget = budget;
    this.tensors = new Tensor[slotCount];
    this.owners = new int[slotCount];
    this.ownedValues = new int[slotCount];
    this.ownedBytes = new long[slotCount];
  }

  /** Lets it be noted how long memory is in use. */
  void record(LifeRecord lives) {
    record = lives;
  }

  /** The value of a slot; null if there is none, or in a rehearsal if nothing is known of it. */
  Tensor get(int slot) {
    return tensors[slot];
  }

  /** Sets a value that belongs to somebody else. */
  void give(int slot, Tensor value) {
    set(slot, value, NO_OWNER);
  }

  /** Sets a value in memory of its own, of which the budget has counted so many bytes. */
  void own(int slot, Tensor value, long bytes) {
    ownedBytes[slot] = bytes;
    set(slot, value, slot);
  }

  /** Sets a value that lies in another one's memory. */
  void view(int slot, int source, Shape shape) {
    set(slot, tensors[source].reshaped(shape), owners[source]);
  }

  /** Puts another tensor in the place of one; the memory is counted as it was. */
  void replace(int slot, Tensor value) {
    tensors[slot] = value;
  }

  private void set(int slot, Tensor value, int owner) {
    tensors[slot] = value;
    owners[slot] = owner;
    if (owner != NO_OWNER) {
      ownedValues[owner]++;
    }
  }

  /** The owner of a value that alone is in its memory, or -1. */
  int soleOwner(int slot) {
    int owner = tensors[slot] == null ? NO_OWNER : owners[slot];
    return owner != NO_OWNER && ownedValues[owner] == 1 ? owner : NO_OWNER;
  }

  /** Ends a value after a step. */
  void release(int slot, int step) {
    int owner = tensors[slot] == null ? NO_OWNER : owners[slot];
    tensors[slot] = null;
    if (owner != NO_OWNER && --ownedValues[owner] == 0) {
      budget.giveBack(ownedBytes[owner]);
      if (record != null) {
        record.free(owner, step);
      }
    }
  }
}
