package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.Dimension;
import edgex.onnx.model.Node;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.picture.Picture;
import edgex.picture.PictureFormatException;
import edgex.picture.PictureReader;
import edgex.picture.PictureTensors;
import edgex.tensor.ElementType;
import edgex.tensor.Tensor;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Classifies pictures with a model of one input, 1 x channels x height x width with one channel
 * (grey) or three (colour), values 0 to 255, and one output with a number for every class.
 */
final class Classifier {
  private static final int GREY = 1;
  private static final int COLOUR = 3;

  private final Session session;
  private final String inputName;
  private final int channels;
  private final int height;
  private final int width;

  Classifier(Session session) throws ModelFormatException {
    this.session = session;
    if (session.inputs().size() != 1 || session.outputs().size() != 1) {
      throw new ModelFormatException(
          "a classifier has one input and one output, this model has "
              + session.inputs().size()
              + " and "
              + session.outputs().size());
    }
    ValueInfo input = session.inputs().get(0);
    List<Dimension> dimensions = input.dimensions();
    boolean isPicture =
        input.type() == ElementType.FLOAT32
            && dimensions != null
            && dimensions.size() == 4
            && (!dimensions.get(0).isKnown() || dimensions.get(0).size() == 1)
            && (dimensions.get(1).size() == GREY || dimensions.get(1).size() == COLOUR)
            && dimensions.get(2).isKnown()
            && dimensions.get(3).isKnown();
    if (!isPicture) {
      throw new ModelFormatException(
          "input '"
              + input.name()
              + "' is "
              + input.typeText()
              + ", not a picture (float32 1x1xHEIGHTxWIDTH or 1x3xHEIGHTxWIDTH)");
    }
    this.inputName = input.name();
    this.channels = dimensions.get(1).size();
    this.height = dimensions.get(2).size();
    this.width = dimensions.get(3).size();
    if ((long) height * width > PictureReader.MAXIMUM_PIXELS) {
      throw new ModelFormatException("input '" + inputName + "' is too large for a picture");
    }
  }

  /** Prints a line for every class, the most probable first; equal ones by their number. */
  void print(byte[] pictureFile, PrintStream out)
      throws PictureFormatException, InferenceException {
    double[] probabilities = probabilities(PictureReader.read(pictureFile));
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
    Tensor input =
        channels == GREY
            ? PictureTensors.grey(picture, height, width)
            : PictureTensors.colour(picture, height, width);
    Tensor output = session.run(Map.of(inputName, input)).get(session.outputs().get(0).name());
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
