package edgex.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.tensor.UpdateRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Wherever power fails, training goes on and ends with the bits it would have had. */
class CheckpointTest {
  private static final int EPOCHS = 2;

  /** Power fails after that many bytes were written; what was written before stays. */
  private static final class FailingSlots implements CheckpointStore.Slots {
    private final byte[][] slots = new byte[2][];
    private long bytesLeft = Long.MAX_VALUE;
    private long bytesWritten;

    @Override
    public byte[] read(int slot) {
      return slots[slot];
    }

    @Override
    public void write(int slot, byte[] content) throws IOException {
      int written = (int) Math.min(content.length, bytesLeft);
      bytesLeft -= written;
      bytesWritten += written;
      if (written < content.length) {
        // The new beginning over the old end, as a file that is overwritten in place.
        byte[] old = slots[slot] == null ? new byte[0] : slots[slot];
        byte[] torn = Arrays.copyOf(old, Math.max(old.length, written));
        System.arraycopy(content, 0, torn, 0, written);
        slots[slot] = torn;
        throw new IOException("no power");
      }
      slots[slot] = content;
    }
  }

  private static LabelledPictures data() throws DatasetFormatException {
    int count = 10;
    byte[] pictures = new byte[16 + count * 4];
    byte[] labels = new byte[8 + count];
    new Random(1).nextBytes(pictures);
    ByteBuffer.wrap(pictures).putInt(2051).putInt(count).putInt(2).putInt(2);
    ByteBuffer.wrap(labels).putInt(2049).putInt(count);
    for (int index = 0; index < count; index++) {
      labels[8 + index] = (byte) (index % 2);
    }
    return LabelledPictures.read(pictures, labels);
  }

  private static Trainer trainer(long seed) throws DatasetFormatException {
    LabelledPictures data = data();
    Network network = Networks.perceptron(data.pictureShape(), 2, 2, seed);
    UpdateRule rule = UpdateRule.adam(0.9, 0.999, 1e-6, 0, 0);
    return new Trainer(network, data, new TrainingPlan(rule, 0.05, 4, seed));
  }

  /** Trains to the end, with a checkpoint after every batch. */
  private static Trainer finish(CheckpointStore.Slots slots)
      throws DatasetFormatException, IOException {
    Trainer trainer = trainer(3);
    CheckpointStore store = CheckpointStore.open(slots, trainer);
    while (trainer.epoch() < EPOCHS) {
      trainer.step();
      store.save();
    }
    return trainer;
  }

  private static void assertSame(Trainer expected, Trainer actual) {
    assertEquals(expected.steps(), actual.steps());
    assertEquals(expected.meanLoss(), actual.meanLoss());
    for (int index = 0; index < expected.states.length; index++) {
      assertArrayEquals(
          expected.network().parameters().get(index).value().values(),
          actual.network().parameters().get(index).value().values());
      assertArrayEquals(expected.states[index], actual.states[index]);
    }
  }

  @Test
  void everyCutIsSurvived() throws Exception {
    FailingSlots whole = new FailingSlots();
    Trainer expected = finish(whole);
    assertTrue(whole.bytesWritten > 1000);
    for (long cut = 0; cut < whole.bytesWritten; cut++) {
      FailingSlots slots = new FailingSlots();
      slots.bytesLeft = cut;
      try {
        finish(slots);
        throw new AssertionError("power did not fail");
      } catch (IOException noPower) {
        slots.bytesLeft = Long.MAX_VALUE;
      }
      Trainer resumed = trainer(3);
      CheckpointStore.open(slots, resumed);
      long bytes = Checkpoint.write(expected, 1).length;
      // Of all that was whole before the cut, nothing is lost.
      assertEquals(cut / bytes, resumed.steps(), "cut at " + cut);
      assertSame(expected, finish(slots));
    }
  }

  @Test
  void aCheckpointOfAnotherTrainingIsNotTaken() throws Exception {
    FailingSlots slots = new FailingSlots();
    finish(slots);
    Trainer other = trainer(4);
    CheckpointStore.open(slots, other);
    assertEquals(0, other.steps());
  }

  @Test
  void damageIsSeen() throws Exception {
    Random random = new Random(6);
    FailingSlots slots = new FailingSlots();
    Trainer trainer = finish(slots);
    byte[] whole = Checkpoint.write(trainer, 9);
    assertEquals(9, Checkpoint.generation(whole, trainer));
    for (int index = 0; index < whole.length; index++) {
      byte[] damaged = whole.clone();
      damaged[index] ^= (byte) (1 << random.nextInt(8));
      assertEquals(-1, Checkpoint.generation(damaged, trainer), "byte " + index);
      assertEquals(-1, Checkpoint.generation(Arrays.copyOf(whole, index), trainer));
    }
  }
}
