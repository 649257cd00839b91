package edgex.picture;

/**
 * The colours of a palette (PLTE), and transparency (tRNS): a value for each palette entry, or the
 * one grey level or colour that is transparent.
 */
final class PngPalette {
  private final byte[] file;
  private int colourStart;
  private int colourCount;
  private int alphaStart;
  private int alphaLength;

  PngPalette(byte[] file) {
    this.file = file;
  }

  void setColours(int start, int length) throws PictureFormatException {
    if (length % 3 != 0 || length == 0 || length > 3 * 256) {
      throw new PictureFormatException("the PNG palette has " + length + " bytes");
    }
    colourStart = start;
    colourCount = length / 3;
  }

  void setTransparency(int start, int length) {
    alphaStart = start;
    alphaLength = length;
  }

  boolean isMissing() {
    return colourCount == 0;
  }

  /** A sample of a palette entry, 0 to 2 for red, green and blue. */
  int colour(int entry, int channel) throws PictureFormatException {
    if (entry >= colourCount) {
      throw new PictureFormatException("the PNG palette has no entry " + entry);
    }
    return file[colourStart + 3 * entry + channel] & 0xFF;
  }

  /** Opacity of a palette entry, 0 to 255. */
  int alpha(int entry) {
    return entry < alphaLength ? file[alphaStart + entry] & 0xFF : 255;
  }

  /** Whether unscaled sample {@code channel} equals that of the transparent colour. */
  boolean isTransparentSample(int channel, int sample) {
    int index = alphaStart + 2 * channel;
    return 2 * channel + 1 < alphaLength
        && ((file[index] & 0xFF) << 8 | (file[index + 1] & 0xFF)) == sample;
  }
}
