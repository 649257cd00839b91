package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import java.util.Arrays;
import java.util.Random;

/**
 * Trains a network on pictures, batch after batch. The order of the pictures in an epoch depends on
 * the seed and the epoch's number only, so that training can go on from a {@link Checkpoint} at any
 * batch.
 */
public final class Trainer {
  private static final int EVALUATION_BATCH = 100;

  private final Network network;
  private final LabelledPictures data;
  private final TrainingPlan plan;

  /** For every parameter, for every state of the rule, a number for each element. */
  final float[][][] states;

  private long steps;
  private int epoch;
  private int position;
  private double lossSum;
  private int[] order;
  private int orderedEpoch = -1;

  /** Prepares training from the network's parameters as they are. */
  public Trainer(Network network, LabelledPictures data, TrainingPlan plan) {
    this.network = network;
    this.data = data;
    this.plan = plan;
    this.states = new float[network.parameters().size()][plan.rule().states()][];
    for (int index = 0; index < states.length; index++) {
      for (int state = 0; state < states[index].length; state++) {
        states[index][state] = new float[network.parameters().get(index).value().elementCount()];
      }
    }
  }

  Network network() {
    return network;
  }

  TrainingPlan plan() {
    return plan;
  }

  /** Number of pictures. */
  int pictures() {
    return data.count();
  }

  /** Batches trained in all. */
  public long steps() {
    return steps;
  }

  /** Epochs that are complete. */
  public int epoch() {
    return epoch;
  }

  /** Pictures of the current epoch that were trained. */
  public int position() {
    return position;
  }

  /** Sum of the losses of the current epoch's pictures. */
  double lossSum() {
    return lossSum;
  }

  /** Takes up training where it was. */
  void resume(long steps, int epoch, int position, double lossSum) {
    this.steps = steps;
    this.epoch = epoch;
    this.position = position;
    this.lossSum = lossSum;
  }

  /**
   * Trains one batch; the last one of an epoch may be smaller.
   *
   * @return whether it was the last one of its epoch
   */
  public boolean step() {
    if (position == data.count()) {
      position = 0;
      lossSum = 0;
    }
    if (orderedEpoch != epoch) {
      order = shuffled(data.count(), plan.seed() * 31 + epoch);
      orderedEpoch = epoch;
    }
    int size = Math.min(plan.batchSize(), data.count() - position);
    FloatTensor batch = Parameter.zeros(data.pictureShape().inserted(0, size));
    int[] labels = new int[size];
    for (int sample = 0; sample < size; sample++) {
      data.copy(order[position + sample], batch, sample);
      labels[sample] = data.label(order[position + sample]);
    }
    FloatTensor scores = network.run(batch);
    FloatTensor gradient = Parameter.zeros(scores.shape());
    lossSum += Losses.softmaxCrossEntropy(scores, labels, gradient) * size;
    network.differentiate(gradient);
    update();
    position += size;
    steps++;
    boolean isLast = position == data.count();
    epoch += isLast ? 1 : 0;
    return isLast;
  }

  /** The mean loss of the pictures that were trained in the current epoch. */
  public double meanLoss() {
    return lossSum / Math.max(1, position);
  }

  private void update() {
    for (int index = 0; index < states.length; index++) {
      float[] value = network.parameters().get(index).value().values();
      float[] gradient = network.parameters().get(index).gradient().values();
      double[] values = new double[2 + states[index].length];
      for (int element = 0; element < value.length; element++) {
        values[0] = value[element];
        values[1] = gradient[element];
        for (int state = 0; state < states[index].length; state++) {
          values[2 + state] = states[index][state][element];
        }
        plan.rule().step(plan.rate(), (double) steps, values);
        value[element] = (float) values[0];
        for (int state = 0; state < states[index].length; state++) {
          states[index][state][element] = (float) values[2 + state];
        }
      }
    }
  }

  private static int[] shuffled(int count, long seed) {
    Random random = new Random(seed);
    int[] order = new int[count];
    for (int index = 0; index < count; index++) {
      int other = random.nextInt(index + 1);
      order[index] = order[other];
      order[other] = index;
    }
    return order;
  }

  /** The share of pictures whose class gets the highest score, 0 to 1. */
  public static double accuracy(Network network, LabelledPictures data) {
    int right = 0;
    for (int first = 0; first < data.count(); first += EVALUATION_BATCH) {
      int size = Math.min(EVALUATION_BATCH, data.count() - first);
      Shape shape = data.pictureShape().inserted(0, size);
      FloatTensor batch = FloatTensor.of(shape, new float[shape.elementCount()]);
      for (int sample = 0; sample < size; sample++) {
        data.copy(first + sample, batch, sample);
      }
      FloatTensor scores = network.run(batch);
      int classes = scores.elementCount() / size;
      for (int sample = 0; sample < size; sample++) {
        float[] row =
            Arrays.copyOfRange(
                scores.values(),
                scores.offset() + sample * classes,
                scores.offset() + (sample + 1) * classes);
        right += largest(row) == data.label(first + sample) ? 1 : 0;
      }
    }
    return (double) right / Math.max(1, data.count());
  }

  private static int largest(float[] numbers) {
    int best = 0;
    for (int index = 1; index < numbers.length; index++) {
      best = numbers[index] > numbers[best] ? index : best;
    }
    return best;
  }
}
