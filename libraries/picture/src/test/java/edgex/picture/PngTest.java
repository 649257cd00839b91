package edgex.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;

/** PNG files of another encoder, the JDK's, decoded: the pixels must be those put in. */
class PngTest {
  private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 17, 40};

  private final Random random = new Random(5);

  private void fill(BufferedImage image) {
    WritableRaster raster = image.getRaster();
    for (int row = 0; row < image.getHeight(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          // Runs of equal samples, so that encoders choose different filters.
          int largest = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
          boolean smooth = row % 3 != 0;
          int sample = smooth ? (column * 5 + row) & largest : random.nextInt(largest + 1);
          raster.setSample(column, row, band, sample);
        }
      }
    }
  }

  private static byte[] encode(BufferedImage image, boolean interlaced) throws IOException {
    return OtherEncoder.encode(
        "png",
        image,
        parameters ->
            parameters.setProgressiveMode(
                interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED));
  }

  /** Checks every pixel of every size, plain and interlaced. */
  private void check(ImageFactory factory) throws IOException, PictureFormatException {
    for (int width : SIZES) {
      for (int height : SIZES) {
        BufferedImage image = factory.create(width, height);
        fill(image);
        for (boolean interlaced : new boolean[] {false, true}) {
          assertSame(image, PictureReader.read(encode(image, interlaced)));
        }
      }
    }
  }

  private interface ImageFactory {
    BufferedImage create(int width, int height);
  }

  private static void assertSame(BufferedImage image, Picture picture) {
    assertEquals(image.getWidth(), picture.width());
    assertEquals(image.getHeight(), picture.height());
    WritableRaster raster = image.getRaster();
    boolean indexed = image.getColorModel() instanceof IndexColorModel;
    for (int row = 0; row < image.getHeight(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        for (int channel = 0; channel < picture.channels(); channel++) {
          int expected;
          if (indexed) {
            int colour = image.getRGB(column, row);
            expected = overBlack((colour >> (16 - 8 * channel)) & 0xFF, colour >>> 24);
          } else {
            expected = scaled(raster, column, row, channel);
            boolean alpha = image.getColorModel().hasAlpha();
            expected = alpha ? overBlack(expected, scaled(raster, column, row, 3)) : expected;
          }
          assertEquals(expected, picture.sample(column, row, channel));
        }
      }
    }
  }

  private static int scaled(WritableRaster raster, int column, int row, int band) {
    int largest = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
    return (int) Math.round(raster.getSample(column, row, band) * 255.0 / largest);
  }

  private static int overBlack(int sample, int alpha) {
    return (int) Math.round(sample * alpha / 255.0);
  }

  @Test
  void greyOfEightAndSixteenBits() throws IOException, PictureFormatException {
    check((width, height) -> new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
    check((width, height) -> new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY));
  }

  @Test
  void colourWithAndWithoutAlpha() throws IOException, PictureFormatException {
    check((width, height) -> new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    check((width, height) -> new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
  }

  @Test
  void palettesOfEveryDepth() throws IOException, PictureFormatException {
    for (int bits : new int[] {1, 2, 4, 8}) {
      byte[][] colours = new byte[4][1 << bits];
      for (byte[] channel : colours) {
        random.nextBytes(channel);
      }
      IndexColorModel model =
          new IndexColorModel(bits, 1 << bits, colours[0], colours[1], colours[2], colours[3]);
      int type = bits < 8 ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_INDEXED;
      check((width, height) -> new BufferedImage(width, height, type, model));
    }
  }

  @Test
  void damageIsRefused() throws IOException {
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
    fill(image);
    byte[] file = encode(image, false);
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      // What follows the last data chunk is not needed.
      if (length < file.length - 16) {
        assertThrows(PictureFormatException.class, () -> PictureReader.read(cut));
      }
    }
    for (int at = 8; at < file.length - 16; at++) {
      byte[] damaged = file.clone();
      damaged[at] ^= 0x10;
      PictureFormatException exception =
          assertThrows(PictureFormatException.class, () -> PictureReader.read(damaged));
      assertTrue(!exception.getMessage().isEmpty());
    }
  }
}
