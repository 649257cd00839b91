package edgex.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.tensor.UpdateRule;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Networks learn digits well enough to tell those that they have not seen. */
class TrainingTest {
  private static final int SEEN = 6_000;

  /** Trains on the first digits until enough of the others are told, and returns how many are. */
  private static double train(Network network, TrainingPlan plan, int epochs, double enough)
      throws Exception {
    LabelledPictures digits = Digits.read();
    LabelledPictures unseen = digits.range(SEEN, digits.count());
    Trainer trainer = new Trainer(network, digits.range(0, SEEN), plan);
    double accuracy = 0;
    while (trainer.epoch() < epochs && accuracy < enough) {
      while (!trainer.step()) {
        // One batch after the other.
      }
      accuracy = Trainer.accuracy(network, unseen);
      System.out.println(
          "epoch " + trainer.epoch() + ": loss " + trainer.meanLoss() + ", accuracy " + accuracy);
    }
    return accuracy;
  }

  @Test
  void aPerceptronLearnsDigits() throws Exception {
    LabelledPictures digits = Digits.read();
    Network network = Networks.perceptron(digits.pictureShape(), 64, 10, 1);
    double accuracy = train(network, new TrainingPlan(UpdateRule.descent(), 0.1, 32, 1), 10, 0.92);
    assertTrue(accuracy >= 0.92, "accuracy " + accuracy);
  }

  @Test
  @Tag("long")
  void aConvolutionalNetworkLearnsThemBetter() throws Exception {
    LabelledPictures digits = Digits.read();
    Network network = Networks.convolutional(digits.pictureShape(), 8, 10, 1);
    UpdateRule rule = UpdateRule.momentum(0.9, 1, 0);
    double accuracy = train(network, new TrainingPlan(rule, 0.02, 32, 1), 8, 0.97);
    assertTrue(accuracy >= 0.97, "accuracy " + accuracy);
  }

  @Test
  void everyRuleLearnsAndEqualSeedsGiveEqualBits() throws Exception {
    LabelledPictures digits = Digits.read().range(0, 600);
    for (UpdateRule rule :
        new UpdateRule[] {
          UpdateRule.descent(),
          UpdateRule.momentum(0.9, 1, 1e-4),
          UpdateRule.nesterov(0.9, 1, 0),
          UpdateRule.adagrad(0, 1e-6, 0),
          UpdateRule.adam(0.9, 0.999, 1e-6, 0, 0)
        }) {
      Network[] networks = new Network[2];
      for (int run = 0; run < 2; run++) {
        networks[run] = Networks.perceptron(digits.pictureShape(), 12, 10, 5);
        double rate = rule.states() == 0 ? 0.1 : 0.01;
        Trainer trainer = new Trainer(networks[run], digits, new TrainingPlan(rule, rate, 50, 7));
        trainer.step();
        double before = trainer.meanLoss();
        while (trainer.epoch() < 3) {
          trainer.step();
        }
        assertTrue(trainer.meanLoss() < 0.8 * before, rule + ": " + trainer.meanLoss());
      }
      for (int index = 0; index < networks[0].parameters().size(); index++) {
        assertArrayEquals(
            networks[0].parameters().get(index).value().values(),
            networks[1].parameters().get(index).value().values());
      }
    }
  }

  @Test
  void filesThatAreNoDataSetAreRefused() {
    byte[] pictures = new byte[16 + 2 * 6];
    ByteBuffer.wrap(pictures).putInt(2051).putInt(2).putInt(2).putInt(3);
    byte[] labels = new byte[8 + 2];
    ByteBuffer.wrap(labels).putInt(2049).putInt(2);
    assertRefused("pictures is not in the format", labels, labels);
    assertRefused("labels is not in the format", pictures, pictures);
    assertRefused("ends before", Arrays.copyOf(pictures, 27), labels);
    assertRefused("ends before", pictures, Arrays.copyOf(labels, 9));
    byte[] three = labels.clone();
    three[7] = 3;
    assertRefused("2 pictures but 3 labels", pictures, three);
    byte[] huge = pictures.clone();
    huge[8] = 0x7F;
    assertRefused("make no sense", huge, labels);
    assertRefused("not in the format", new byte[0], new byte[0]);
  }

  private static void assertRefused(String message, byte[] pictures, byte[] labels) {
    DatasetFormatException refusal =
        assertThrows(DatasetFormatException.class, () -> LabelledPictures.read(pictures, labels));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }
}
