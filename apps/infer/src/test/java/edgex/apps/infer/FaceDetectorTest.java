package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import edgex.onnx.InferenceException;
import edgex.onnx.ModelFormatException;
import edgex.picture.Picture;
import edgex.picture.PictureFormatException;
import edgex.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faces are found where they were drawn, and as ONNX Runtime's outputs say. */
class FaceDetectorTest {
  private static final String MODEL = "models/ultraface-slim-320.onnx";

  private static Picture twoFaces() throws IOException, PictureFormatException {
    BufferedImage image = Drawings.canvas(640, 360, 0x5A7896);
    Drawings.face(image, 110, 90);
    Drawings.face(image, 420, 150);
    return Drawings.picture(image);
  }

  @Test
  void facesAreFoundWhereTheyWereDrawn() throws Exception {
    try (Oracle oracle = Oracle.open(MODEL)) {
      List<Detection> faces = new FaceDetector(oracle.session).detect(twoFaces());
      assertEquals(2, faces.size(), faces.toString());
      Detection first = new Detection(1, 110, 90, 200, 212);
      Detection second = new Detection(1, 420, 150, 510, 272);
      for (Detection drawn : List.of(first, second)) {
        assertTrue(
            faces.stream().anyMatch(face -> face.overlap(drawn) > 0.6 && face.score() > 0.9),
            faces.toString());
      }
      Picture nothing = Drawings.picture(Drawings.canvas(320, 240, 0x5A7896));
      assertEquals(List.of(), new FaceDetector(oracle.session).detect(nothing));
    }
  }

  @Test
  void boxesAreThoseOfTheOtherRuntime()
      throws IOException,
          ModelFormatException,
          OrtException,
          InferenceException,
          PictureFormatException {
    try (Oracle oracle = Oracle.open(MODEL)) {
      FaceDetector detector = new FaceDetector(oracle.session);
      Picture picture = twoFaces();
      Map<String, Tensor> outputs = oracle.run(Map.of("input", detector.tensor(picture)));
      List<Detection> expected =
          FaceDetector.faces(outputs.get("scores"), outputs.get("boxes"), 640, 360);
      List<Detection> actual = detector.detect(picture);
      assertEquals(expected.size(), actual.size());
      for (int index = 0; index < expected.size(); index++) {
        assertEquals(expected.get(index).score(), actual.get(index).score(), 1e-4);
        double[] edges = expected.get(index).edges();
        for (int edge = 0; edge < edges.length; edge++) {
          assertEquals(edges[edge], actual.get(index).edges()[edge], 0.1);
        }
      }
    }
  }

  @Test
  void theMostCertainOfOverlappingBoxesStays() {
    Detection best = new Detection(0.9, 10, 10, 30, 30);
    Detection worse = new Detection(0.8, 12, 10, 32, 30);
    Detection apart = new Detection(0.7, 40, 10, 60, 30);
    assertEquals(18.0 / 22, best.overlap(worse), 1e-9);
    assertEquals(List.of(best, apart), Detection.best(List.of(apart, worse, best), 0.3));
    assertEquals(3, Detection.best(List.of(apart, worse, best), 0.9).size());
    assertEquals(0, new Detection(1, 5, 5, 5, 5).overlap(new Detection(1, 5, 5, 5, 5)));
  }
}
