package edgex.training;

import java.io.IOException;

/**
 * Keeps the checkpoints of a training in two slots, written by turns: the newest whole one is never
 * overwritten, so whenever power fails, one that is whole remains.
 */
public final class CheckpointStore {
  private static final int SLOTS = 2;

  /** Where slots are kept. A write that is cut off may leave anything in its own slot only. */
  public interface Slots {
    /** The content of slot 0 or 1, or null if it was never written. */
    byte[] read(int slot) throws IOException;

    /** Replaces the content of slot 0 or 1, and returns when it is safe. */
    void write(int slot, byte[] content) throws IOException;
  }

  private final Slots slots;
  private final Trainer trainer;
  private long generation;
  private int newest = SLOTS - 1;

  private CheckpointStore(Slots slots, Trainer trainer) {
    this.slots = slots;
    this.trainer = trainer;
  }

  /** Opens the slots, and takes the training up where its newest whole checkpoint left it. */
  public static CheckpointStore open(Slots slots, Trainer trainer) throws IOException {
    CheckpointStore store = new CheckpointStore(slots, trainer);
    byte[] best = null;
    for (int slot = 0; slot < SLOTS; slot++) {
      byte[] content = slots.read(slot);
      long found = Checkpoint.generation(content, trainer);
      if (found > store.generation) {
        store.generation = found;
        store.newest = slot;
        best = content;
      }
    }
    if (best != null) {
      Checkpoint.resume(best, trainer);
    }
    return store;
  }

  /** Keeps the training as it is now. */
  public void save() throws IOException {
    int slot = (newest + 1) % SLOTS;
    slots.write(slot, Checkpoint.write(trainer, generation + 1));
    generation++;
    newest = slot;
  }
}
