package edgex.host.model;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Model;
import edgex.onnx.operator.StandardOperators;
import edgex.onnx.session.Session;
import edgex.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * How two classifiers do on the same samples.
 *
 * @param samples number of samples
 * @param equal of how many samples both name the same class
 * @param firstRight of how many the first model names the right one, or -1 if nobody knows it
 * @param secondRight the same of the second model
 */
public record Comparison(int samples, int equal, int firstRight, int secondRight) {
  private static final long MEMORY_LIMIT_BYTES = 4L << 30;

  /** Runs both models on all samples. */
  public static Comparison of(Model first, Model second, SamplePictures samples)
      throws ModelFormatException, InferenceException {
    Session one = Session.prepare(first, StandardOperators.table(), MEMORY_LIMIT_BYTES);
    Session other = Session.prepare(second, StandardOperators.table(), MEMORY_LIMIT_BYTES);
    List<Integer> labels = samples.labels();
    int equal = 0;
    int firstRight = labels.isEmpty() ? -1 : 0;
    int secondRight = firstRight;
    for (int index = 0; index < samples.inputs().size(); index++) {
      int oneClass = largest(one, samples.inputs().get(index));
      int otherClass = largest(other, samples.inputs().get(index));
      equal += oneClass == otherClass ? 1 : 0;
      if (!labels.isEmpty()) {
        firstRight += oneClass == labels.get(index) ? 1 : 0;
        secondRight += otherClass == labels.get(index) ? 1 : 0;
      }
    }
    return new Comparison(samples.inputs().size(), equal, firstRight, secondRight);
  }

  private static int largest(Session session, Map<String, Tensor> inputs)
      throws InferenceException {
    Tensor scores = session.run(inputs).get(session.outputs().get(0).name());
    int best = 0;
    for (int index = 1; index < scores.elementCount(); index++) {
      best = scores.compare(index, best) > 0 ? index : best;
    }
    return best;
  }
}
