package edgex.apps.infer;

import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.onnx.model.ValueInfo;
import edgex.onnx.session.Session;
import edgex.picture.Picture;
import edgex.picture.PictureInput;
import edgex.tensor.FloatTensor;
import edgex.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds faces with a model of the UltraFace family: a colour picture in, values -1 to 1; for each
 * of some thousand places {@code scores} [1, places, 2], for nothing and for a face, and {@code
 * boxes} [1, places, 4], left, top, right and bottom as shares of the picture.
 */
final class FaceDetector {
  private static final double SMALLEST_SCORE = 0.7;
  private static final double MOST_OVERLAP = 0.3;
  private static final String SCORES = "scores";
  private static final String BOXES = "boxes";

  private final Session session;
  private final PictureInput input;

  FaceDetector(Session session) throws ModelFormatException {
    this.session = session;
    this.input = PictureInput.of(session);
    boolean fits = session.outputs().size() == 2 && has(SCORES) && has(BOXES);
    if (!fits || input.channels() != Picture.COLOUR) {
      throw new ModelFormatException(
          "a detector takes colour pictures and has the outputs 'scores' and 'boxes'");
    }
  }

  private boolean has(String output) {
    for (ValueInfo info : session.outputs()) {
      if (info.name().equals(output)) {
        return true;
      }
    }
    return false;
  }

  /** The input that the model gets for a picture. */
  FloatTensor tensor(Picture picture) {
    FloatTensor pixels = input.tensor(picture);
    for (int index = 0; index < pixels.elementCount(); index++) {
      pixels.values()[pixels.offset() + index] =
          (pixels.values()[pixels.offset() + index] - 127) / 128;
    }
    return pixels;
  }

  /** The faces, the most certain first. */
  List<Detection> detect(Picture picture) throws InferenceException {
    Map<String, Tensor> outputs = session.run(Map.of(input.name(), tensor(picture)));
    return faces(outputs.get(SCORES), outputs.get(BOXES), picture.width(), picture.height());
  }

  /** The faces that the model's outputs stand for, in a picture of that size. */
  static List<Detection> faces(Tensor scores, Tensor boxes, int width, int height)
      throws InferenceException {
    int places = scores.elementCount() / 2;
    if (scores.elementCount() != 2 * places || boxes.elementCount() != 4 * places) {
      throw new InferenceException(
          "scores " + scores.shape() + " and boxes " + boxes.shape() + " do not fit each other");
    }
    List<Detection> candidates = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      double score = scores.getDouble(2 * place + 1);
      if (score >= SMALLEST_SCORE && score <= 1) {
        candidates.add(
            new Detection(
                score,
                clamp(boxes.getDouble(4 * place)) * width,
                clamp(boxes.getDouble(4 * place + 1)) * height,
                clamp(boxes.getDouble(4 * place + 2)) * width,
                clamp(boxes.getDouble(4 * place + 3)) * height));
      }
    }
    return Detection.best(candidates, MOST_OVERLAP);
  }

  private static double clamp(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
