package edgex.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * JPEG files of the JDK's encoder; its decoder, libjpeg, is the oracle. The standard leaves the
 * rounding of the cosine transform and the interpolation of colours to decoders.
 */
class JpegTest {
  private static final int[][] SIZES = {{1, 1}, {7, 3}, {8, 8}, {16, 16}, {17, 33}, {100, 75}};
  private static final String METADATA = "javax_imageio_jpeg_image_1.0";

  /** Largest and mean difference of samples from those of the JDK's decoder. */
  private static void assertNear(byte[] file, int most, double mean, String what)
      throws IOException, PictureFormatException {
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
    Picture picture = PictureReader.read(file);
    assertEquals(expected.getWidth(), picture.width(), what);
    assertEquals(expected.getHeight(), picture.height(), what);
    assertEquals(expected.getRaster().getNumBands(), picture.channels(), what);
    long sum = 0;
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        for (int channel = 0; channel < picture.channels(); channel++) {
          int wanted = expected.getRaster().getSample(column, row, channel);
          int difference = Math.abs(wanted - picture.sample(column, row, channel));
          assertTrue(difference <= most, what + " differs by " + difference);
          sum += difference;
        }
      }
    }
    int samples = picture.width() * picture.height() * picture.channels();
    assertTrue((double) sum / samples <= mean, what + " differs by " + (double) sum / samples);
  }

  @Test
  void sequentialAndProgressiveOfEveryQuality() throws IOException, PictureFormatException {
    for (int[] size : SIZES) {
      BufferedImage colour = OtherEncoder.smooth(size[0], size[1]);
      BufferedImage grey = new BufferedImage(size[0], size[1], BufferedImage.TYPE_BYTE_GRAY);
      grey.getGraphics().drawImage(colour, 0, 0, null);
      for (float quality : new float[] {0.05f, 0.5f, 0.95f, 1}) {
        for (boolean progressive : new boolean[] {false, true}) {
          String what = size[0] + "x" + size[1] + ", " + quality + ", " + progressive;
          assertNear(OtherEncoder.jpeg(grey, quality, progressive), 1, 0.05, "grey " + what);
          assertNear(OtherEncoder.jpeg(colour, quality, progressive), 3, 0.6, "colour " + what);
        }
      }
    }
  }

  /** Writes with {@code across} x {@code down} samples of brightness for each of colour. */
  private static byte[] sampled(BufferedImage image, int across, int down, int restartInterval)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
    Element root = (Element) metadata.getAsTree(METADATA);
    Element brightness = (Element) root.getElementsByTagName("componentSpec").item(0);
    brightness.setAttribute("HsamplingFactor", Integer.toString(across));
    brightness.setAttribute("VsamplingFactor", Integer.toString(down));
    if (restartInterval > 0) {
      Node sequence = root.getElementsByTagName("markerSequence").item(0);
      IIOMetadataNode interval = new IIOMetadataNode("dri");
      interval.setAttribute("interval", Integer.toString(restartInterval));
      sequence.insertBefore(interval, sequence.getFirstChild());
    }
    metadata.setFromTree(METADATA, root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, metadata), null);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  @Test
  void everySampling() throws IOException, PictureFormatException {
    BufferedImage image = OtherEncoder.smooth(75, 50);
    assertNear(sampled(image, 1, 1, 0), 2, 0.1, "1x1");
    assertNear(sampled(image, 2, 1, 0), 2, 0.6, "2x1");
    assertNear(sampled(image, 2, 2, 0), 3, 0.6, "2x2");
    // Where libjpeg repeats colours, ours are interpolated.
    assertNear(sampled(image, 1, 2, 0), 90, 5, "1x2");
    assertNear(sampled(image, 4, 1, 0), 120, 12, "4x1");
    assertNear(sampled(image, 4, 2, 0), 120, 12, "4x2");
  }

  @Test
  void restartMarkersAreFollowed() throws IOException, PictureFormatException {
    BufferedImage image = OtherEncoder.smooth(75, 50);
    byte[] file = sampled(image, 2, 2, 2);
    int restarts = 0;
    for (int index = 0; index + 1 < file.length; index++) {
      restarts += file[index] == (byte) 0xFF && (file[index + 1] & 0xF8) == 0xD0 ? 1 : 0;
    }
    assertTrue(restarts > 5, restarts + " restarts");
    assertNear(file, 3, 0.6, "restarts");
  }

  @Test
  void redGreenAndBlueMayBeStoredAsTheyAre() throws IOException, PictureFormatException {
    BufferedImage image = OtherEncoder.smooth(20, 20);
    byte[] file = sampled(image, 1, 1, 0);
    Picture asBrightness = PictureReader.read(file);
    // An Adobe segment with transform 0 in place of the JFIF one: the components are colours.
    byte[] adobe = {
      (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    byte[] changed = new byte[file.length + adobe.length];
    System.arraycopy(file, 0, changed, 0, 2);
    System.arraycopy(adobe, 0, changed, 2, adobe.length);
    System.arraycopy(file, 2, changed, 2 + adobe.length, file.length - 2);
    Picture asColours = PictureReader.read(changed);
    for (int column = 0; column < 20; column++) {
      int brightness = asBrightness.brightness(column, 5);
      assertTrue(Math.abs(brightness - asColours.sample(column, 5, 0)) <= 2);
    }
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    byte[] file = OtherEncoder.jpeg(OtherEncoder.smooth(40, 40), 0.7f, false);
    for (int length = 3; length < file.length; length += 7) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThrows(PictureFormatException.class, () -> PictureReader.read(cut));
    }
    assertRefused("ends early", Arrays.copyOf(file, file.length - 2));
    assertRefused("arithmetic", withFrame(file, 0xC9, 8));
    assertRefused("12 bits", withFrame(file, 0xC1, 12));
  }

  /** The file with another kind of frame and precision. */
  private static byte[] withFrame(byte[] file, int kind, int precision) {
    byte[] changed = file.clone();
    for (int index = 0; index + 1 < file.length; index++) {
      if (file[index] == (byte) 0xFF && file[index + 1] == (byte) 0xC0) {
        changed[index + 1] = (byte) kind;
        changed[index + 4] = (byte) precision;
      }
    }
    return changed;
  }

  private static void assertRefused(String message, byte[] file) {
    PictureFormatException refusal =
        assertThrows(PictureFormatException.class, () -> PictureReader.read(file));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }

  /** Damage inside the data may decode to another picture, but never to another exception. */
  @Test
  void damagedDataIsRefusedOrDecodes() throws IOException {
    Random random = new Random(3);
    byte[] file = OtherEncoder.jpeg(OtherEncoder.smooth(64, 64), 0.7f, true);
    int refused = 0;
    for (int round = 0; round < 1000; round++) {
      byte[] damaged = file.clone();
      damaged[random.nextInt(file.length)] = (byte) random.nextInt(256);
      try {
        PictureReader.read(damaged);
      } catch (PictureFormatException expected) {
        refused++;
      }
    }
    assertTrue(refused > 30, refused + " refused");
  }
}
