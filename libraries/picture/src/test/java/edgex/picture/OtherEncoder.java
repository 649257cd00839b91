package edgex.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files written by the JDK's encoders, and pictures to give to them. */
final class OtherEncoder {
  private OtherEncoder() {}

  static byte[] encode(String format, BufferedImage image, Consumer<ImageWriteParam> choose)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    choose.accept(parameters);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  static byte[] jpeg(BufferedImage image, float quality, boolean progressive) throws IOException {
    return encode(
        "jpeg",
        image,
        parameters -> {
          parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          parameters.setCompressionQuality(quality);
          parameters.setProgressiveMode(
              progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        });
  }

  static byte[] bmp(BufferedImage image, String compression) throws IOException {
    return encode(
        "bmp",
        image,
        parameters -> {
          parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          parameters.setCompressionType(compression);
        });
  }

  /** A bitmap of 28 x 3 pixels and 4 bits in runs. */
  static byte[] runsOfHalves() throws IOException {
    byte[] plain = bmp(indexed(28, 3, 4), "BI_RGB");
    ByteBuffer file = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    int[] runs = {
      3, 0x04, 5, 0x06, 0, 6, 0x45, 0x56, 0x67, 0, 0, 4, 0x78, 0x78, 0, 2, 5, 1, 4, 0x78, 0, 0, 9,
      0x1E, 0, 1
    };
    file.putInt(30, 2).position(file.getInt(10));
    for (int code : runs) {
      file.put((byte) code);
    }
    return plain;
  }

  /** A picture of waves, a little noise and an edge, as cameras see them. */
  static BufferedImage smooth(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(31L * width + height);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int red = (int) (127 + 120 * Math.sin(column / 9.0) * Math.cos(row / 7.0));
        int green = (int) (127 + 120 * Math.cos(column / 5.0 + row / 11.0));
        int blue = column > row ? 200 : 40;
        int noise = random.nextInt(8);
        image.setRGB(column, row, red << 16 | green << 8 | (blue + noise));
      }
    }
    return image;
  }

  /** A picture of runs and noise with a palette of that many bits. */
  static BufferedImage indexed(int width, int height, int bits) {
    Random random = new Random(bits);
    byte[][] colours = new byte[3][1 << bits];
    for (byte[] channel : colours) {
      random.nextBytes(channel);
    }
    IndexColorModel model =
        new IndexColorModel(bits, 1 << bits, colours[0], colours[1], colours[2]);
    int type = bits < 8 ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_INDEXED;
    BufferedImage image = new BufferedImage(width, height, type, model);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int entry = row % 2 == 0 ? column / 6 : random.nextInt(1 << bits);
        image.getRaster().setSample(column, row, 0, entry & ((1 << bits) - 1));
      }
    }
    return image;
  }
}
