package edgex.picture;

/** Draws on a copy of a picture, in colour; what lies outside of it is cut off. */
public final class PictureDrawing {
  private final int width;
  private final int height;
  private final byte[] samples;

  /** A drawing that begins with the pixels of {@code picture}, which does not change. */
  public PictureDrawing(Picture picture) {
    this.width = picture.width();
    this.height = picture.height();
    this.samples = new byte[width * height * Picture.COLOUR];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        for (int channel = 0; channel < Picture.COLOUR; channel++) {
          int source = Math.min(channel, picture.channels() - 1);
          int index = (row * width + column) * Picture.COLOUR + channel;
          samples[index] = (byte) picture.sample(column, row, source);
        }
      }
    }
  }

  /**
   * Draws a straight line, both ends included.
   *
   * @param colour red * 65536 + green * 256 + blue
   */
  public void line(double fromColumn, double fromRow, double toColumn, double toRow, int colour) {
    double length = Math.max(Math.abs(toColumn - fromColumn), Math.abs(toRow - fromRow));
    // Ends far outside of the picture cost no more steps than a line across it needs.
    int steps = (int) Math.min(Math.ceil(length), 4.0 * (width + height));
    for (int step = 0; step <= steps; step++) {
      double share = steps == 0 ? 0 : (double) step / steps;
      double column = fromColumn + share * (toColumn - fromColumn);
      double row = fromRow + share * (toRow - fromRow);
      dot((int) Math.round(column), (int) Math.round(row), colour);
    }
  }

  /**
   * Draws the outline through the given points, back to the first.
   *
   * @param points column and row of each corner by turns, in pixels
   * @param colour as of {@link #line}
   */
  public void outline(double[] points, int colour) {
    for (int index = 0; index < points.length; index += 2) {
      int next = (index + 2) % points.length;
      line(points[index], points[index + 1], points[next], points[next + 1], colour);
    }
  }

  private void dot(int column, int row, int colour) {
    if (column < 0 || column >= width || row < 0 || row >= height) {
      return;
    }
    int index = (row * width + column) * Picture.COLOUR;
    samples[index] = (byte) (colour >> 16);
    samples[index + 1] = (byte) (colour >> 8);
    samples[index + 2] = (byte) colour;
  }

  /** The picture as drawn so far; it shares its samples with this drawing. */
  public Picture picture() {
    return new Picture(width, height, Picture.COLOUR, samples);
  }
}
