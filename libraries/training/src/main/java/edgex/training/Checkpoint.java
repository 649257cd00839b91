package edgex.training;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The state of a {@link Trainer} as bytes. Numbers have their lowest byte first.
 *
 * <pre>
 *   0  "EXTRAIN1"
 *   8  generation: counts the checkpoints of a training (8)
 *   16 fingerprint of network, plan and number of pictures (8)
 *   24 steps (8)   32 epoch (4)   36 position (4)   40 sum of losses (8)
 *   48 for each parameter its elements, then those of every state of the rule (4 each)
 *   .. CRC-32 of everything before (4)
 * </pre>
 */
final class Checkpoint {
  private static final byte[] MAGIC = "EXTRAIN1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 48;
  private static final int CHECKSUM_BYTES = 4;

  private final byte[] bytes;
  private int at;

  private Checkpoint(byte[] bytes) {
    this.bytes = bytes;
  }

  static byte[] write(Trainer trainer, long generation) {
    Checkpoint checkpoint = new Checkpoint(new byte[length(trainer)]);
    System.arraycopy(MAGIC, 0, checkpoint.bytes, 0, MAGIC.length);
    checkpoint.at = MAGIC.length;
    checkpoint.put(generation, 8);
    checkpoint.put(fingerprint(trainer), 8);
    checkpoint.put(trainer.steps(), 8);
    checkpoint.put(trainer.epoch(), 4);
    checkpoint.put(trainer.position(), 4);
    checkpoint.put(Double.doubleToRawLongBits(trainer.lossSum()), 8);
    checkpoint.visit(trainer, Direction.WRITE);
    checkpoint.put(checksum(checkpoint.bytes), CHECKSUM_BYTES);
    return checkpoint.bytes;
  }

  /** The generation of a checkpoint of this training, or -1 if the bytes are none, or damaged. */
  static long generation(byte[] bytes, Trainer trainer) {
    boolean isWhole =
        bytes != null
            && bytes.length == length(trainer)
            && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    if (!isWhole) {
      return -1;
    }
    Checkpoint checkpoint = new Checkpoint(bytes);
    checkpoint.at = bytes.length - CHECKSUM_BYTES;
    if (checkpoint.take(CHECKSUM_BYTES) != checksum(bytes)) {
      return -1;
    }
    checkpoint.at = MAGIC.length;
    long generation = checkpoint.take(8);
    return checkpoint.take(8) == fingerprint(trainer) ? generation : -1;
  }

  /** Takes up a checkpoint whose {@link #generation} is not -1. */
  static void resume(byte[] bytes, Trainer trainer) {
    Checkpoint checkpoint = new Checkpoint(bytes);
    checkpoint.at = MAGIC.length + 16;
    long steps = checkpoint.take(8);
    int epoch = (int) checkpoint.take(4);
    int position = (int) checkpoint.take(4);
    trainer.resume(steps, epoch, position, Double.longBitsToDouble(checkpoint.take(8)));
    checkpoint.visit(trainer, Direction.READ);
  }

  /** Which way numbers go. */
  private enum Direction {
    READ,
    WRITE
  }

  private void visit(Trainer trainer, Direction direction) {
    for (int index = 0; index < trainer.states.length; index++) {
      visit(trainer.network().parameters().get(index).value().values(), direction);
      for (float[] state : trainer.states[index]) {
        visit(state, direction);
      }
    }
  }

  private void visit(float[] numbers, Direction direction) {
    for (int index = 0; index < numbers.length; index++) {
      if (direction == Direction.WRITE) {
        put(Float.floatToRawIntBits(numbers[index]), 4);
      } else {
        numbers[index] = Float.intBitsToFloat((int) take(4));
      }
    }
  }

  private static int length(Trainer trainer) {
    int numbers = 0;
    for (int index = 0; index < trainer.states.length; index++) {
      int elements = trainer.network().parameters().get(index).value().elementCount();
      numbers += elements * (1 + trainer.states[index].length);
    }
    return HEADER_BYTES + 4 * numbers + CHECKSUM_BYTES;
  }

  /** Equal for trainings that differ in nothing but the values of parameters. */
  private static long fingerprint(Trainer trainer) {
    StringBuilder text = new StringBuilder();
    for (Parameter parameter : trainer.network().parameters()) {
      text.append(parameter.name()).append(parameter.value().shape()).append(';');
    }
    for (Network.Step step : trainer.network().steps()) {
      text.append(step.operation().operator()).append(step.inputs()).append(';');
    }
    TrainingPlan plan = trainer.plan();
    text.append(plan.rule()).append(plan.rate()).append(';').append(plan.batchSize());
    text.append(';').append(plan.seed()).append(';').append(trainer.pictures());
    long hash = 0;
    for (int index = 0; index < text.length(); index++) {
      hash = hash * 1_000_003 + text.charAt(index);
    }
    return hash;
  }

  private static long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, bytes.length - CHECKSUM_BYTES);
    return checksum.getValue();
  }

  private void put(long number, int count) {
    for (int place = 0; place < count; place++) {
      bytes[at++] = (byte) (number >> (8 * place));
    }
  }

  /** The number in the next bytes, without a sign. */
  private long take(int count) {
    long number = 0;
    for (int place = 0; place < count; place++) {
      number |= (bytes[at++] & 0xFFL) << (8 * place);
    }
    return number;
  }
}
