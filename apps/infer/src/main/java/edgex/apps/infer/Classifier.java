package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Node;
import edgex.onnx.session.Session;
import edgex.picture.Picture;
import edgex.picture.PictureInput;
import edgex.tensor.Tensor;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;

/**
 * Classifies pictures with a model of one input, 1 x channels x height x width with one channel
 * (grey) or three (colour), values 0 to 255, and one output with a number for every class.
 */
final class Classifier {
  private final Session session;
  private final PictureInput input;

  Classifier(Session session) throws ModelFormatException {
    this.session = session;
    if (session.outputs().size() != 1) {
      throw new ModelFormatException(
          "a classifier has one output, this model has " + session.outputs().size());
    }
    this.input = PictureInput.of(session);
  }

  /** Prints a line for every class, the most probable first; equal ones by their number. */
  void print(Picture picture, PrintStream out) throws InferenceException {
    double[] probabilities = probabilities(picture);
    Integer[] classes = new Integer[probabilities.length];
    for (int index = 0; index < classes.length; index++) {
      classes[index] = index;
    }
    Arrays.sort(
        classes,
        (left, right) -> {
          int order = Double.compare(probabilities[right], probabilities[left]);
          return order != 0 ? order : Integer.compare(left, right);
        });
    for (int index : classes) {
      out.print(index + "\t" + Decimals.text(probabilities[index]) + "\n");
    }
  }

  private double[] probabilities(Picture picture) throws InferenceException {
    String name = session.outputs().get(0).name();
    Tensor output = session.run(Map.of(input.name(), input.tensor(picture))).get(name);
    if (!output.type().isFloatingPoint() || output.elementCount() == 0) {
      throw new InferenceException("the model's output " + output + " is not a list of classes");
    }
    double[] values = new double[output.elementCount()];
    for (int index = 0; index < values.length; index++) {
      values[index] = output.getDouble(index);
      if (Double.isNaN(values[index]) || Double.isInfinite(values[index])) {
        throw new InferenceException("the model's output for class " + index + " is not a number");
      }
    }
    return endsInSoftmax() ? values : softmax(values);
  }

  /** Whether the model makes probabilities by itself. */
  private boolean endsInSoftmax() {
    String output = session.outputs().get(0).name();
    for (Node node : session.nodes()) {
      if (node.outputs().contains(output)) {
        return node.operator().equals("Softmax");
      }
    }
    return false;
  }

  private static double[] softmax(double[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    double[] probabilities = new double[values.length];
    for (int index = 0; index < values.length; index++) {
      probabilities[index] = Math.exp(values[index] - largest);
      sum += probabilities[index];
    }
    for (int index = 0; index < values.length; index++) {
      probabilities[index] /= sum;
    }
    return probabilities;
  }
}
