package edgex.picture;

/**
 * Decodes the portable maps of Netpbm, PGM (grey) and PPM (red, green and blue): {@code P2} and
 * {@code P3} with decimal samples, {@code P5} and {@code P6} with binary ones of one byte, or two
 * (most significant first) where the largest sample exceeds 255.
 *
 * <pre>
 *   P5 width height largest-sample, separated by white space and comments (# to the end of the line)
 *   one white space character, then the samples row by row
 * </pre>
 *
 * Specification: netpbm.sourceforge.net/doc/pgm.html and ppm.html.
 */
final class PortableMapDecoder {
  private static final int LARGEST_SAMPLE = 65535;

  private final byte[] file;
  private int position;

  PortableMapDecoder(byte[] file) {
    this.file = file;
  }

  static boolean recognises(byte[] file) {
    return file.length >= 2 && file[0] == 'P' && isKind(file[1]);
  }

  private static boolean isKind(byte digit) {
    return digit == '2' || digit == '3' || digit == '5' || digit == '6';
  }

  Picture decode() throws PictureFormatException {
    boolean text = file[1] == '2' || file[1] == '3';
    int channels = file[1] == '2' || file[1] == '5' ? Picture.GREY : Picture.COLOUR;
    position = 2;
    int width = number("width");
    int height = number("height");
    int largest = number("largest sample");
    PictureReader.checkSize(width, height);
    if (largest < 1 || largest > LARGEST_SAMPLE) {
      throw new PictureFormatException("the largest sample is " + largest);
    }
    if (!text) {
      if (position >= file.length || !isSpace(file[position])) {
        throw new PictureFormatException("the header is not followed by white space");
      }
      position++;
    }
    requireSamples((long) width * height * channels, text ? 1 : bytesPerSample(largest));
    byte[] samples = new byte[width * height * channels];
    for (int index = 0; index < samples.length; index++) {
      int sample = text ? number("sample") : binarySample(largest);
      if (sample > largest) {
        throw new PictureFormatException("sample " + sample + " exceeds " + largest);
      }
      samples[index] = (byte) ((sample * 255 + largest / 2) / largest);
    }
    return new Picture(width, height, channels, samples);
  }

  private static int bytesPerSample(int largest) {
    return largest > 255 ? 2 : 1;
  }

  /** Refuses a size that the file cannot fill before memory is taken for it. */
  private void requireSamples(long count, int fewestBytes) throws PictureFormatException {
    if (count * fewestBytes > file.length - position) {
      throw new PictureFormatException(
          "the file ends early: "
              + count
              + " samples do not fit the "
              + (file.length - position)
              + " bytes left");
    }
  }

  private int binarySample(int largest) {
    int sample = file[position++] & 0xFF;
    if (bytesPerSample(largest) == 2) {
      sample = (sample << 8) | (file[position++] & 0xFF);
    }
    return sample;
  }

  private int number(String what) throws PictureFormatException {
    skipSpace();
    int start = position;
    int number = 0;
    while (position < file.length && file[position] >= '0' && file[position] <= '9') {
      number = number * 10 + file[position++] - '0';
      if (number > PictureReader.MAXIMUM_PIXELS) {
        throw new PictureFormatException("the " + what + " is too large");
      }
    }
    if (position == start) {
      throw new PictureFormatException(
          position == file.length
              ? "the file ends before the " + what
              : "the " + what + " is not a number, at byte " + position);
    }
    return number;
  }

  private void skipSpace() {
    boolean comment = false;
    while (position < file.length) {
      byte next = file[position];
      comment = comment ? next != '\n' && next != '\r' : next == '#';
      if (!comment && !isSpace(next)) {
        return;
      }
      position++;
    }
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }
}
