package edgex.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is written and drawn, read by the JDK. */
class PngWriterTest {
  private static BufferedImage jdk(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PngWriter.write(picture)));
  }

  @Test
  void everyPixelComesBack() throws IOException {
    Random random = new Random(11);
    for (int channels : new int[] {Picture.GREY, Picture.COLOUR}) {
      for (int size : new int[] {1, 5, 64, 301}) {
        byte[] samples = new byte[size * 17 * channels];
        random.nextBytes(samples);
        Picture picture = new Picture(size, 17, channels, samples);
        BufferedImage image = jdk(picture);
        assertEquals(size, image.getWidth());
        assertEquals(17, image.getHeight());
        for (int index = 0; index < samples.length; index++) {
          int pixel = index / channels;
          int actual = image.getRaster().getSample(pixel % size, pixel / size, index % channels);
          assertEquals(samples[index] & 0xFF, actual);
        }
      }
    }
  }

  @Test
  void outlinesAreDrawnWhereTheyAre() throws IOException {
    PictureDrawing drawing = new PictureDrawing(new Picture(20, 10, 1, new byte[200]));
    drawing.outline(new double[] {2, 3, 12, 3, 12, 8, 2, 8}, 0x10C020);
    BufferedImage image = jdk(drawing.picture());
    for (int row = 0; row < 10; row++) {
      for (int column = 0; column < 20; column++) {
        boolean inside = column >= 2 && column <= 12 && row >= 3 && row <= 8;
        boolean edge = column == 2 || column == 12 || row == 3 || row == 8;
        int expected = inside && edge ? 0x10C020 : 0;
        assertEquals(expected, image.getRGB(column, row) & 0xFFFFFF, column + ", " + row);
      }
    }
  }

  @Test
  void linesFarOutsideAreCutOff() throws IOException {
    PictureDrawing drawing = new PictureDrawing(new Picture(4, 4, 1, new byte[16]));
    drawing.line(-1e9, 1, 1e9, 1, 0xFFFFFF);
    drawing.line(50, -3, 60, 90, 0xFFFFFF);
    assertEquals(0, jdk(drawing.picture()).getRGB(2, 3) & 0xFFFFFF);
  }
}
