package edgex.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import edgex.tensor.FloatTensor;
import edgex.tensor.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Scaling keeps what scaling must keep: constants, means, edges, and pictures of the right size.
 */
class ScalingTest {
  private final Random random = new Random(6);

  private float[] randomPlane(int count) {
    float[] plane = new float[count];
    for (int index = 0; index < count; index++) {
      plane[index] = random.nextInt(256);
    }
    return plane;
  }

  private static double mean(float[] plane) {
    double sum = 0;
    for (float sample : plane) {
      sum += sample;
    }
    return sum / plane.length;
  }

  @Test
  void shrinkingKeepsTheMean() {
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(40);
      int height = 1 + random.nextInt(40);
      float[] plane = randomPlane(width * height);
      float[] scaled =
          PictureScaler.scale(
              plane, width, height, 1 + random.nextInt(width), 1 + random.nextInt(height));
      assertEquals(mean(plane), mean(scaled), 0.01);
    }
  }

  @Test
  void wholeFactorsAverageBlocks() {
    float[] plane = {0, 2, 10, 20, 4, 6, 30, 40};
    assertArrayEquals(new float[] {3, 25}, PictureScaler.scale(plane, 4, 2, 2, 1), 1e-5f);
  }

  @Test
  void growingInterpolatesBetweenCentres() {
    float[] grown = PictureScaler.scale(new float[] {0, 100}, 2, 1, 4, 1);
    assertArrayEquals(new float[] {0, 25, 75, 100}, grown, 1e-4f);
    float[] single = PictureScaler.scale(new float[] {9}, 1, 1, 3, 2);
    assertArrayEquals(new float[] {9, 9, 9, 9, 9, 9}, single);
  }

  @Test
  void constantsStayConstant() {
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(30);
      int height = 1 + random.nextInt(30);
      float[] plane = new float[width * height];
      Arrays.fill(plane, 200);
      int toWidth = 1 + random.nextInt(30);
      int toHeight = 1 + random.nextInt(30);
      for (float sample : PictureScaler.scale(plane, width, height, toWidth, toHeight)) {
        assertEquals(200, sample, 1e-3);
      }
    }
  }

  @Test
  void tensorsHoldPlanesOfChannels() {
    byte[] samples = {1, 2, 3, 4, 5, 6};
    Picture picture = new Picture(2, 1, Picture.COLOUR, samples);
    FloatTensor colour = PictureTensors.colour(picture, 1, 2);
    assertEquals(Shape.of(1, 3, 1, 2), colour.shape());
    assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, colour.values());
    FloatTensor grey = PictureTensors.grey(picture, 1, 2);
    assertEquals(Shape.of(1, 1, 1, 2), grey.shape());
    assertArrayEquals(new float[] {2, 5}, grey.values());
    Picture greyPicture = new Picture(1, 1, Picture.GREY, new byte[] {(byte) 200});
    assertArrayEquals(
        new float[] {200, 200, 200}, PictureTensors.colour(greyPicture, 1, 1).values());
  }
}
