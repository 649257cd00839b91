package edgex.picture;

/**
 * A picture of 8-bit samples: one a pixel (grey) or three (red, green, blue), row by row from the
 * top left corner.
 */
public final class Picture {
  /** Samples a pixel of a grey picture. */
  public static final int GREY = 1;

  /** Samples a pixel of a colour picture. */
  public static final int COLOUR = 3;

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] samples;

  /**
   * A picture over the given samples, which are kept, not copied.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param channels {@link #GREY} or {@link #COLOUR}
   * @param samples width x height x channels bytes
   */
  public Picture(int width, int height, int channels, byte[] samples) {
    if (width < 1 || height < 1 || (channels != GREY && channels != COLOUR)) {
      throw new IllegalArgumentException("a picture needs pixels of 1 or 3 samples");
    }
    if ((long) width * height * channels != samples.length) {
      throw new IllegalArgumentException("the samples do not fill the picture");
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.samples = samples;
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** Samples a pixel: {@link #GREY} or {@link #COLOUR}. */
  public int channels() {
    return channels;
  }

  /** The sample of one channel of one pixel, from 0 (dark) to 255. */
  public int sample(int column, int row, int channel) {
    return samples[(row * width + column) * channels + channel] & 0xFF;
  }

  /**
   * The brightness of a pixel, from 0 to 255: the sample of a grey picture, else the weighted sum
   * of red, green and blue that ITU-R BT.601 defines, rounded.
   */
  public int brightness(int column, int row) {
    if (channels == GREY) {
      return sample(column, row, 0);
    }
    int red = sample(column, row, 0);
    int green = sample(column, row, 1);
    int blue = sample(column, row, 2);
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }
}
