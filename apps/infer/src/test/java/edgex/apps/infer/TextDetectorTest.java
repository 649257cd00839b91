package edgex.apps.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edgex.picture.Picture;
import edgex.tensor.FloatTensor;
import edgex.tensor.Tensor;
import java.awt.Polygon;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines of text are found where they were drawn, and as ONNX Runtime's map says. */
class TextDetectorTest {
  private static final String MODEL = "models/ch_PP-OCRv4_det_infer.onnx";
  private static final String ORIENTATION = "models/ch_ppocr_mobile_v2.0_cls_infer.onnx";

  private static Polygon polygon(double[] corners) {
    Polygon polygon = new Polygon();
    for (int index = 0; index < corners.length; index += 2) {
      polygon.addPoint((int) Math.round(corners[index]), (int) Math.round(corners[index + 1]));
    }
    return polygon;
  }

  /** Shared area as a part of what either covers, by the JDK's geometry on a grid of pixels. */
  private static double overlap(double[] first, double[] second) {
    Area one = new Area(polygon(first));
    Area other = new Area(polygon(second));
    int shared = 0;
    int covered = 0;
    for (int row = 0; row < 600; row++) {
      for (int column = 0; column < 800; column++) {
        boolean in = one.contains(column, row);
        boolean inOther = other.contains(column, row);
        shared += in && inOther ? 1 : 0;
        covered += in || inOther ? 1 : 0;
      }
    }
    return (double) shared / covered;
  }

  @Test
  void linesAreFoundWhereTheyWereDrawn() throws Exception {
    try (Oracle oracle = Oracle.open(MODEL)) {
      BufferedImage image = Drawings.canvas(640, 400, 0xF0F0E8);
      List<double[]> drawn = new ArrayList<>();
      drawn.add(Drawings.text(image, "Edge devices", 40, 70, 0));
      drawn.add(Drawings.text(image, "run models", 330, 140, 0));
      drawn.add(Drawings.text(image, "at an angle", 120, 200, 25));
      Picture picture = Drawings.picture(image);
      List<TextBox> boxes = new TextDetector(oracle.session).detect(picture);
      assertEquals(drawn.size(), boxes.size(), boxes.toString());
      for (double[] corners : drawn) {
        double best = 0;
        for (TextBox box : boxes) {
          best = Math.max(best, overlap(corners, box.box().corners()));
        }
        assertTrue(best > 0.6, "overlap " + best);
      }
      Map<String, Tensor> outputs = oracle.run(Map.of("x", TextDetector.tensor(picture)));
      Tensor map = outputs.values().iterator().next();
      List<TextBox> expected = TextDetector.boxes(map, 640, 400);
      for (int index = 0; index < expected.size(); index++) {
        double[] corners = expected.get(index).box().corners();
        assertArrayEquals(corners, boxes.get(index).box().corners(), 0.5);
        assertEquals(expected.get(index).score(), boxes.get(index).score(), 1e-3);
      }
    }
  }

  @Test
  void textUpsideDownIsSeen() throws Exception {
    try (Oracle oracle = Oracle.open(ORIENTATION)) {
      for (double degrees : new double[] {0, 15, 180, 195}) {
        BufferedImage image = Drawings.canvas(640, 400, 0xFFFFFF);
        boolean turned = degrees >= 90;
        double[] corners = Drawings.text(image, "Orientation", turned ? 400 : 200, 200, degrees);
        Picture picture = Drawings.picture(image);
        double[][] points = new double[4][];
        for (int corner = 0; corner < 4; corner++) {
          points[corner] = new double[] {corners[2 * corner], corners[2 * corner + 1]};
        }
        RotatedBox box = RotatedBox.around(Outline.of(points)).grown(4);
        FloatTensor input = TextOrientation.tensor(picture, box);
        double expected = oracle.run(Map.of("x", input)).values().iterator().next().getDouble(1);
        double actual = new TextOrientation(oracle.session).upsideDown(picture, box);
        assertEquals(expected, actual, 1e-3);
        assertEquals(turned, actual > 0.5, degrees + " degrees: " + actual);
      }
    }
  }
}
