package edgex.apps.infer;

import edgex.picture.Picture;
import edgex.picture.PictureFormatException;
import edgex.picture.PictureReader;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures of which the test knows what is where, because it drew them. */
final class Drawings {
  private Drawings() {}

  static BufferedImage canvas(int width, int height, int colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(image);
    graphics.setColor(new Color(colour));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return graphics;
  }

  /**
   * A person's head, 90 x 122, and shoulders; the head's upper left corner is at the given place.
   */
  static void face(BufferedImage image, int left, int top) {
    Graphics2D graphics = graphics(image);
    graphics.translate(left - 115, top - 52);
    fill(graphics, 0x323C5A, new RoundRectangle2D.Double(90, 180, 140, 90, 60, 60));
    fill(graphics, 0xC8967D, new RoundRectangle2D.Double(140, 150, 40, 45, 5, 5));
    fill(graphics, 0x2D1E14, new Ellipse2D.Double(105, 35, 110, 120));
    Color[] skin = {new Color(0xEBBEA5), new Color(0xB47D64)};
    graphics.setPaint(
        new RadialGradientPaint(new Point2D.Double(150, 105), 75, new float[] {0, 1}, skin));
    graphics.fill(new Ellipse2D.Double(115, 52, 90, 122));
    fill(graphics, 0x2D1E14, new Arc2D.Double(108, 35, 104, 80, 0, 180, Arc2D.CHORD));
    stroke(graphics, 4, 0x3C281E, new QuadCurve2D.Double(128, 93, 138, 87, 150, 93));
    stroke(graphics, 4, 0x3C281E, new QuadCurve2D.Double(170, 93, 182, 87, 192, 93));
    for (int eye : new int[] {139, 181}) {
      fill(graphics, 0xFFFFFF, new Ellipse2D.Double(eye - 9, 98, 18, 10));
      fill(graphics, 0x28190F, new Ellipse2D.Double(eye - 5, 98, 10, 10));
    }
    stroke(graphics, 3, 0x965F4B, new QuadCurve2D.Double(158, 100, 150, 128, 160, 132));
    stroke(graphics, 3, 0x965F4B, new QuadCurve2D.Double(152, 131, 160, 136, 169, 131));
    fill(graphics, 0xA53C3C, new Ellipse2D.Double(141, 143, 38, 13));
    stroke(graphics, 2, 0x6E2323, new QuadCurve2D.Double(142, 149, 160, 150, 178, 149));
    graphics.dispose();
  }

  private static void fill(Graphics2D graphics, int colour, Shape shape) {
    graphics.setColor(new Color(colour));
    graphics.fill(shape);
  }

  private static void stroke(Graphics2D graphics, int width, int colour, Shape shape) {
    graphics.setColor(new Color(colour));
    graphics.setStroke(new BasicStroke(width));
    graphics.draw(shape);
  }

  /**
   * A line of text, turned about its beginning.
   *
   * @return columns and rows of the corners of what the letters cover
   */
  static double[] text(BufferedImage image, String text, int left, int base, double degrees) {
    Graphics2D graphics = graphics(image);
    graphics.rotate(Math.toRadians(degrees), left, base);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 32));
    graphics.setColor(Color.BLACK);
    graphics.drawString(text, left, base);
    Shape box =
        graphics
            .getFont()
            .createGlyphVector(graphics.getFontRenderContext(), text)
            .getVisualBounds();
    double[] corners = {
      box.getBounds2D().getMinX() + left, box.getBounds2D().getMinY() + base,
      box.getBounds2D().getMaxX() + left, box.getBounds2D().getMinY() + base,
      box.getBounds2D().getMaxX() + left, box.getBounds2D().getMaxY() + base,
      box.getBounds2D().getMinX() + left, box.getBounds2D().getMaxY() + base
    };
    graphics.getTransform().transform(corners, 0, corners, 0, 4);
    graphics.dispose();
    return corners;
  }

  static byte[] file(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  static Picture picture(BufferedImage image) throws IOException, PictureFormatException {
    return PictureReader.read(file(image, "png"));
  }
}
