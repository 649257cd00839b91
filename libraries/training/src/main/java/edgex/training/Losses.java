package edgex.training;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Softmax;
import edgex.tensor.TensorException;

/** How far results are from what they should be, and how that changes with them. */
public final class Losses {
  private Losses() {}

  /**
   * The mean over samples of minus the logarithm of the probability of the right class, where
   * softmax makes probabilities of the scores.
   *
   * @param scores [samples, classes]
   * @param labels the right class of every sample
   * @param gradient set to the change of the loss with each score
   */
  public static double softmaxCrossEntropy(FloatTensor scores, int[] labels, FloatTensor gradient) {
    Shape shape = scores.shape();
    if (shape.rank() != 2 || shape.dimension(0) != labels.length) {
      throw new TensorException(labels.length + " labels do not fit scores " + shape);
    }
    int samples = labels.length;
    int classes = shape.dimension(1);
    Softmax.runLogarithm(scores, 1, gradient);
    double loss = 0;
    for (int sample = 0; sample < samples; sample++) {
      if (labels[sample] < 0 || labels[sample] >= classes) {
        throw new TensorException("label " + labels[sample] + " is none of " + classes);
      }
      loss -= gradient.getDouble(sample * classes + labels[sample]);
      for (int index = 0; index < classes; index++) {
        int place = sample * classes + index;
        double wanted = index == labels[sample] ? 1 : 0;
        gradient.setDouble(place, (Math.exp(gradient.getDouble(place)) - wanted) / samples);
      }
    }
    return loss / samples;
  }

  /**
   * The mean of the squares of the differences.
   *
   * @param values any shape
   * @param wanted the same shape
   * @param gradient set to the change of the loss with each value
   */
  public static double meanSquaredError(
      FloatTensor values, FloatTensor wanted, FloatTensor gradient) {
    if (!values.shape().equals(wanted.shape())) {
      throw new TensorException(values.shape() + " cannot be compared with " + wanted.shape());
    }
    int count = values.elementCount();
    double sum = 0;
    for (int index = 0; index < count; index++) {
      double difference = values.getDouble(index) - wanted.getDouble(index);
      sum += difference * difference;
      gradient.setDouble(index, 2 * difference / count);
    }
    return sum / count;
  }
}
