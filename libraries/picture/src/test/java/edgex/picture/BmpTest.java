package edgex.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Bitmaps of the JDK's encoder and by hand; the JDK's decoder says what they hold. */
class BmpTest {
  private static final int[] SIZES = {1, 2, 3, 8, 9, 40, 300};

  private static void assertSameAsTheJdk(byte[] file) throws IOException, PictureFormatException {
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
    Picture picture = PictureReader.read(file);
    assertEquals(expected.getWidth(), picture.width());
    assertEquals(expected.getHeight(), picture.height());
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        int colour =
            picture.sample(column, row, 0) << 16
                | picture.sample(column, row, 1) << 8
                | picture.sample(column, row, 2);
        assertEquals(expected.getRGB(column, row) & 0xFFFFFF, colour, column + ", " + row);
      }
    }
  }

  @Test
  void palettesPlainAndInRuns() throws IOException, PictureFormatException {
    for (int size : SIZES) {
      for (int bits : new int[] {1, 4, 8}) {
        BufferedImage image = OtherEncoder.indexed(size, 13, bits);
        assertSameAsTheJdk(OtherEncoder.bmp(image, "BI_RGB"));
      }
      assertSameAsTheJdk(OtherEncoder.bmp(OtherEncoder.indexed(size, 13, 8), "BI_RLE8"));
    }
  }

  @Test
  void coloursOfSixteenToThirtyTwoBits() throws IOException, PictureFormatException {
    for (int size : SIZES) {
      BufferedImage source = OtherEncoder.smooth(size, 11);
      for (int type :
          new int[] {
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_USHORT_555_RGB,
            BufferedImage.TYPE_INT_RGB
          }) {
        BufferedImage image = new BufferedImage(size, 11, type);
        image.getGraphics().drawImage(source, 0, 0, null);
        assertSameAsTheJdk(OtherEncoder.bmp(image, "BI_RGB"));
      }
      BufferedImage masked = new BufferedImage(size, 11, BufferedImage.TYPE_USHORT_565_RGB);
      masked.getGraphics().drawImage(source, 0, 0, null);
      byte[] file = OtherEncoder.bmp(masked, "BI_BITFIELDS");
      Picture picture = PictureReader.read(file);
      for (int column = 0; column < size; column++) {
        int green = masked.getRaster().getSample(column, 3, 1);
        assertEquals(Math.round(green * 255 / 63f), picture.sample(column, 3, 1));
      }
    }
  }

  /** The example of Microsoft's "Bitmap Compression", which the JDK's encoder does not follow. */
  @Test
  void runsOfHalfBytes() throws IOException, PictureFormatException {
    Picture picture = PictureReader.read(OtherEncoder.runsOfHalves());
    int[][] lines = {
      {0, 4, 0, 0, 6, 0, 6, 0, 4, 5, 5, 6, 6, 7, 7, 8, 7, 8},
      {
        -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        7, 8, 7, 8
      },
      {1, 14, 1, 14, 1, 14, 1, 14, 1}
    };
    BufferedImage palette = OtherEncoder.indexed(28, 3, 4);
    IndexColorModel colours = (IndexColorModel) palette.getColorModel();
    for (int row = 0; row < lines.length; row++) {
      for (int column = 0; column < lines[row].length; column++) {
        int entry = Math.max(0, lines[row][column]);
        assertEquals(
            colours.getRed(entry), picture.sample(column, 2 - row, 0), column + ", " + row);
      }
    }
  }

  @Test
  void theTopLineMayComeFirst() throws IOException, PictureFormatException {
    byte[] file = OtherEncoder.bmp(OtherEncoder.indexed(8, 2, 8), "BI_RGB");
    Picture bottomFirst = PictureReader.read(file);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -2);
    Picture topFirst = PictureReader.read(file);
    for (int column = 0; column < 8; column++) {
      assertEquals(bottomFirst.sample(column, 0, 0), topFirst.sample(column, 1, 0));
      assertEquals(bottomFirst.sample(column, 1, 0), topFirst.sample(column, 0, 0));
    }
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    byte[] file = OtherEncoder.bmp(OtherEncoder.indexed(8, 2, 8), "BI_RGB");
    assertRefused("damaged", Arrays.copyOf(file, 20));
    assertRefused("ends early", Arrays.copyOf(file, file.length - 1));
    assertRefused("before its pixels", Arrays.copyOf(file, 100));
    assertRefused("palette is cut off", Arrays.copyOf(changed(file, 10, 90), 100));
    assertRefused("compression 9", changed(file, 30, 9));
    assertRefused("no pixels", changed(file, 18, 0));
    assertRefused("larger than", changed(file, 18, 1 << 25));
    assertRefused("no entry", changed(file, 46, 1));
  }

  private static byte[] changed(byte[] file, int at, int number) {
    byte[] changed = file.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
    return changed;
  }

  private static void assertRefused(String message, byte[] file) {
    PictureFormatException refusal =
        assertThrows(PictureFormatException.class, () -> PictureReader.read(file));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }
}
