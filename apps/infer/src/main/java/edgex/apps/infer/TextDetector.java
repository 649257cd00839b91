package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.picture.Picture;
import edgex.picture.PictureTensors;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds lines of text with a detector of the PP-OCR family: blue, green and red of a picture of any
 * size whose sides divide by 32, [1, 3, height, width]; out comes how probable text is at each
 * pixel, [1, 1, height, width].
 */
final class TextDetector {
  /** Larger pictures are made smaller: time and memory grow with the area. */
  private static final int LONGEST_SIDE = 736;

  private static final int SIDE_UNIT = 32;

  /** Mean and deviation of the pictures of the training, of each channel of 0 to 1. */
  private static final float[] MEANS = {0.485f, 0.456f, 0.406f};

  private static final float[] DEVIATIONS = {0.229f, 0.224f, 0.225f};

  private final Session session;

  TextDetector(Session session) throws ModelFormatException {
    this.session = session;
    if (session.inputs().size() != 1 || session.outputs().size() != 1) {
      throw new ModelFormatException("a text detector has one input and one output");
    }
  }

  /** The input that the model gets for a picture. */
  static FloatTensor tensor(Picture picture) {
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.width(), picture.height()));
    int height = side(picture.height() * scale);
    int width = side(picture.width() * scale);
    FloatTensor colours = PictureTensors.colour(picture, height, width);
    float[] values = new float[colours.elementCount()];
    int plane = height * width;
    for (int channel = 0; channel < Picture.COLOUR; channel++) {
      int from = colours.offset() + (Picture.COLOUR - 1 - channel) * plane;
      for (int index = 0; index < plane; index++) {
        float share = colours.values()[from + index] / 255;
        values[channel * plane + index] = (share - MEANS[channel]) / DEVIATIONS[channel];
      }
    }
    return FloatTensor.of(colours.shape(), values);
  }

  private static int side(double length) {
    return Math.max(1, (int) Math.round(length / SIDE_UNIT)) * SIDE_UNIT;
  }

  /** The lines of text, from the top down. */
  List<TextBox> detect(Picture picture) throws InferenceException {
    String input = session.inputs().get(0).name();
    String output = session.outputs().get(0).name();
    Tensor map = session.run(Map.of(input, tensor(picture))).get(output);
    return boxes(map, picture.width(), picture.height());
  }

  /** The lines that a model's output stands for, in a picture of that size. */
  static List<TextBox> boxes(Tensor output, int width, int height) throws InferenceException {
    Shape shape = output.shape();
    if (shape.rank() != 4 || shape.product(0, 2) != 1 || output.elementCount() == 0) {
      throw new InferenceException("the model's output " + output + " is not a map");
    }
    float[] map = new float[output.elementCount()];
    for (int index = 0; index < map.length; index++) {
      map[index] = (float) output.getDouble(index);
    }
    List<TextBox> boxes = new ArrayList<>();
    for (TextBox found : new TextRegions(map, shape.dimension(3), shape.dimension(2)).find()) {
      double across = (double) width / shape.dimension(3);
      double down = (double) height / shape.dimension(2);
      boxes.add(new TextBox(found.score(), scaled(found.box(), across, down, width, height)));
    }
    return boxes;
  }

  /** A box of the map in pixels, cut off at the edges of the picture. */
  private static RotatedBox scaled(
      RotatedBox box, double across, double down, int width, int height) {
    double[] corners = box.corners();
    double[][] points = new double[4][];
    for (int corner = 0; corner < points.length; corner++) {
      points[corner] =
          new double[] {
            Math.max(0, Math.min(width, corners[2 * corner] * across)),
            Math.max(0, Math.min(height, corners[2 * corner + 1] * down))
          };
    }
    return RotatedBox.around(Outline.of(points));
  }
}
