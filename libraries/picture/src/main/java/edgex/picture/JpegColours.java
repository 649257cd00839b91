package edgex.picture;

/**
 * Makes the picture of a frame's planes: planes of fewer samples are interpolated linearly between
 * the samples' centres, and brightness with two colour differences (JFIF, section 7) becomes red,
 * green and blue.
 */
final class JpegColours {
  private static final int FRACTION_BITS = 16;
  private static final int HALF = 1 << (FRACTION_BITS - 1);

  // check: each is round(number * 2^16).
  private static final int C_1_402 = 91881;
  private static final int C_0_344136 = 22554;
  private static final int C_0_714136 = 46802;
  private static final int C_1_772 = 116130;

  private JpegColours() {}

  static Picture picture(JpegFrame frame, boolean isRgb) {
    int channels = frame.components.length;
    byte[] samples = new byte[frame.width * frame.height * channels];
    Lines[] planes = new Lines[channels];
    for (int index = 0; index < channels; index++) {
      planes[index] = new Lines(frame, frame.components[index]);
    }
    for (int row = 0; row < frame.height; row++) {
      for (Lines plane : planes) {
        plane.fill(row);
      }
      int to = row * frame.width * channels;
      if (channels == Picture.COLOUR && !isRgb) {
        convert(planes[0].line, planes[1].line, planes[2].line, samples, to);
      } else {
        for (int index = 0; index < frame.width * channels; index++) {
          samples[to + index] = (byte) planes[index % channels].line[index / channels];
        }
      }
    }
    return new Picture(frame.width, frame.height, channels, samples);
  }

  private static void convert(int[] luma, int[] blues, int[] reds, byte[] samples, int to) {
    int target = to;
    for (int column = 0; column < luma.length; column++) {
      int brightness = (luma[column] << FRACTION_BITS) + HALF;
      int blue = blues[column] - 128;
      int red = reds[column] - 128;
      samples[target++] = clamp(brightness + C_1_402 * red);
      samples[target++] = clamp(brightness - C_0_344136 * blue - C_0_714136 * red);
      samples[target++] = clamp(brightness + C_1_772 * blue);
    }
  }

  private static byte clamp(int scaled) {
    return (byte) Math.max(0, Math.min(255, scaled >> FRACTION_BITS));
  }

  /** The lines of one component at the size of the picture. */
  private static final class Lines {
    private final JpegComponent component;
    private final Sites across;
    private final Sites down;
    private final int[] line;

    Lines(JpegFrame frame, JpegComponent component) {
      this.component = component;
      this.across = new Sites(frame.width, component.width, component.across, frame.mostAcross);
      this.down = new Sites(frame.height, component.height, component.down, frame.mostDown);
      this.line = new int[frame.width];
    }

    void fill(int row) {
      byte[] plane = component.plane;
      int upper = down.before[row] * component.stride();
      int lower = down.after[row] * component.stride();
      int lowerShare = down.share[row];
      int total = across.unit * down.unit;
      for (int column = 0; column < line.length; column++) {
        int left = across.before[column];
        int right = across.after[column];
        int near =
            (down.unit - lowerShare) * (plane[upper + left] & 0xFF)
                + lowerShare * (plane[lower + left] & 0xFF);
        int far =
            (down.unit - lowerShare) * (plane[upper + right] & 0xFF)
                + lowerShare * (plane[lower + right] & 0xFF);
        int share = across.share[column];
        line[column] = ((across.unit - share) * near + share * far + total / 2) / total;
      }
    }
  }

  /**
   * For every pixel along an axis, the samples on both sides of its centre and the share of the
   * second, in parts of {@link #unit}.
   */
  private static final class Sites {
    final int[] before;
    final int[] after;
    final int[] share;
    final int unit;

    /** Of {@code most} parts of a picture's unit there are {@code sampling} samples. */
    Sites(int pixels, int samples, int sampling, int most) {
      before = new int[pixels];
      after = new int[pixels];
      share = new int[pixels];
      unit = 2 * most;
      for (int pixel = 0; pixel < pixels; pixel++) {
        // The centre of the pixel among the centres of the samples: (pixel + 1/2) * ratio - 1/2.
        int centre = (2 * pixel + 1) * sampling - most;
        int sample = Math.floorDiv(centre, unit);
        before[pixel] = Math.max(0, Math.min(samples - 1, sample));
        after[pixel] = Math.max(0, Math.min(samples - 1, sample + 1));
        share[pixel] = centre - sample * unit;
      }
    }
  }
}
