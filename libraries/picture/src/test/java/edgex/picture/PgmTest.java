package edgex.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** PGM files of both kinds, and what is wrong with those that are refused. */
class PgmTest {
  private static Picture read(String file) throws PictureFormatException {
    return PictureReader.read(file.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void assertRefused(String message, String file) {
    PictureFormatException exception = assertThrows(PictureFormatException.class, () -> read(file));
    assertTrue(exception.getMessage().contains(message), exception.getMessage());
  }

  @Test
  void textAndBinarySamplesAreScaledTo255() throws PictureFormatException {
    Picture text = read("P2\n# made by hand\n3 1\n15\n0 # black\n7 15");
    Picture binary = read("P5 3 1 15\n\u0000\u0007\u000f");
    for (Picture picture : new Picture[] {text, binary}) {
      assertEquals(3, picture.width());
      assertEquals(1, picture.height());
      assertEquals(0, picture.sample(0, 0, 0));
      assertEquals(119, picture.sample(1, 0, 0));
      assertEquals(255, picture.sample(2, 0, 0));
    }
  }

  @Test
  void colourHasThreeSamplesAPixel() throws PictureFormatException {
    Picture text = read("P3 2 1 255\n1 2 3 4 5 6");
    Picture binary = read("P6 2 1 255\n\u0001\u0002\u0003\u0004\u0005\u0006");
    for (Picture picture : new Picture[] {text, binary}) {
      assertEquals(Picture.COLOUR, picture.channels());
      assertEquals(1, picture.sample(0, 0, 0));
      assertEquals(5, picture.sample(1, 0, 1));
      assertEquals(6, picture.sample(1, 0, 2));
    }
    assertRefused("ends early", "P6 2 1 255\n\u0001\u0002\u0003\u0004\u0005");
  }

  @Test
  void samplesOfTwoBytesComeHighByteFirst() throws PictureFormatException {
    Picture picture = read("P5 2 1 65535\n\u0080\u0000\u0000\u00ff");
    assertEquals(128, picture.sample(0, 0, 0));
    assertEquals(1, picture.sample(1, 0, 0));
  }

  @Test
  void whatIsWrongIsSaid() {
    assertRefused("ends before the width", "P5");
    assertRefused("height is not a number", "P5 3 x");
    assertRefused("ends early", "P5 3 3 255\n\u0001");
    assertRefused("no pixels", "P5 0 3 255\n");
    assertRefused("larger than", "P5 5000 5000 255\n");
    assertRefused("too large", "P5 99999999999999999999 1 255\n");
    assertRefused("largest sample", "P5 1 1 0\n\u0000");
    assertRefused("exceeds 15", "P5 1 1 15\n\u0010");
    assertRefused("ends before the sample", "P2 2 1 15\n1 # 2");
    assertRefused("not a PNG, JPEG, BMP, PGM or PPM", "P7 1 1");
    assertRefused("empty", "");
  }
}
