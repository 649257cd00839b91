package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.session.Session;
import edgex.picture.Picture;
import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import edgex.tensor.Tensor;
import java.util.Map;

/**
 * Says whether a line of text is upside down, with a classifier of the PP-OCR family: blue, green
 * and red of the line, -1 to 1, [1, 3, 48, 192], a shorter line filled up with 0; out come the
 * probabilities of 0 and 180 degrees.
 */
final class TextOrientation {
  private static final int HEIGHT = 48;
  private static final int WIDTH = 192;

  /** A box so much higher than wide holds a line that runs upwards or downwards. */
  private static final double UPRIGHT_RATIO = 1.5;

  private final Session session;

  TextOrientation(Session session) throws ModelFormatException {
    this.session = session;
    if (session.inputs().size() != 1 || session.outputs().size() != 1) {
      throw new ModelFormatException("a text classifier has one input and one output");
    }
  }

  /** Probability that the text in the box is upside down. */
  double upsideDown(Picture picture, RotatedBox box) throws InferenceException {
    String input = session.inputs().get(0).name();
    String output = session.outputs().get(0).name();
    Tensor result = session.run(Map.of(input, tensor(picture, box))).get(output);
    if (result.elementCount() != 2) {
      throw new InferenceException("the model's output " + result + " is not two probabilities");
    }
    double probability = result.getDouble(1);
    if (!(probability >= 0 && probability <= 1)) {
      throw new InferenceException("the model's output is not a probability");
    }
    return probability;
  }

  /** The input that the model gets for a line. */
  static FloatTensor tensor(Picture picture, RotatedBox box) {
    boolean isUpright = box.breadth() >= UPRIGHT_RATIO * box.length();
    // The text of such a line begins at the top: its direction is "down".
    RotatedBox line = isUpright ? box.turned() : box;
    double ratio = line.length() / Math.max(line.breadth(), 1e-9);
    int used = (int) Math.max(1, Math.min(WIDTH, Math.ceil(HEIGHT * ratio)));
    float[] values = new float[Picture.COLOUR * HEIGHT * WIDTH];
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < used; column++) {
        double along = (column + 0.5) / used;
        double across = (row + 0.5) / HEIGHT;
        double sourceColumn = line.column(along, across) - 0.5;
        double sourceRow = line.row(along, across) - 0.5;
        for (int channel = 0; channel < Picture.COLOUR; channel++) {
          int source = Math.min(Picture.COLOUR - 1 - channel, picture.channels() - 1);
          double sample = between(picture, sourceColumn, sourceRow, source);
          values[(channel * HEIGHT + row) * WIDTH + column] = (float) (sample / 127.5 - 1);
        }
      }
    }
    return FloatTensor.of(Shape.of(1, Picture.COLOUR, HEIGHT, WIDTH), values);
  }

  /** The sample at a point, interpolated linearly; outside of the picture that of its edge. */
  private static double between(Picture picture, double column, double row, int channel) {
    double inColumn = Math.max(0, Math.min(picture.width() - 1, column));
    double inRow = Math.max(0, Math.min(picture.height() - 1, row));
    int left = (int) inColumn;
    int top = (int) inRow;
    int right = Math.min(left + 1, picture.width() - 1);
    int bottom = Math.min(top + 1, picture.height() - 1);
    double across = inColumn - left;
    double down = inRow - top;
    double upper =
        (1 - across) * picture.sample(left, top, channel)
            + across * picture.sample(right, top, channel);
    double lower =
        (1 - across) * picture.sample(left, bottom, channel)
            + across * picture.sample(right, bottom, channel);
    return (1 - down) * upper + down * lower;
  }
}
