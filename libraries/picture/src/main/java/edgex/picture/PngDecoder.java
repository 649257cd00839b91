package edgex.picture;

/**
 * Decodes PNG: every colour type, bit depth and both interlace methods. Transparent pixels are laid
 * over black, the background of the digits and the "nothing" of most models.
 *
 * <p>Specification: W3C Portable Network Graphics, Third Edition; sections are cited from it.
 */
final class PngDecoder {
  /** Adam7 (section 8.1): first column, first row, column step, row step of each pass. */
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private static final int[][] WHOLE = {{0, 0, 1, 1}};

  private final byte[] file;
  private final PngPalette palette;
  private PngHeader header;
  private int channels;
  private byte[] samples;

  PngDecoder(byte[] file) {
    this.file = file;
    this.palette = new PngPalette(file);
  }

  static boolean recognises(byte[] file) {
    return PngChunks.recognises(file);
  }

  Picture decode() throws PictureFormatException {
    PngChunks chunks = new PngChunks(file);
    chunks.advance();
    if (!chunks.type().equals("IHDR") || chunks.dataLength() != PngHeader.SIZE_BYTES) {
      throw new PictureFormatException("the PNG file does not begin with its header");
    }
    header = PngHeader.read(file, chunks.dataStart());
    findData(chunks);
    if (header.colourType() == PngHeader.PALETTE && palette.isMissing()) {
      throw new PictureFormatException("the PNG palette is missing");
    }
    channels = header.isGrey() ? Picture.GREY : Picture.COLOUR;
    samples = new byte[header.width() * header.height() * channels];
    PngData data = new PngData(file, chunks);
    try {
      for (int[] pass : header.interlaced() ? ADAM7 : WHOLE) {
        decodePass(data, pass);
      }
    } finally {
      data.close();
    }
    return new Picture(header.width(), header.height(), channels, samples);
  }

  /** Moves to the first data chunk, taking palette and transparency on the way. */
  private void findData(PngChunks chunks) throws PictureFormatException {
    while (true) {
      chunks.advance();
      switch (chunks.type()) {
        case "IDAT" -> {
          return;
        }
        case "PLTE" -> palette.setColours(chunks.dataStart(), chunks.dataLength());
        case "tRNS" -> palette.setTransparency(chunks.dataStart(), chunks.dataLength());
        case "IEND" -> throw new PictureFormatException("the PNG file has no data");
        default -> {
          if (chunks.isCritical()) {
            throw new PictureFormatException("PNG chunk " + chunks.type() + " is unknown");
          }
        }
      }
    }
  }

  private void decodePass(PngData data, int[] pass) throws PictureFormatException {
    int columns = positions(header.width(), pass[0], pass[2]);
    int rows = positions(header.height(), pass[1], pass[3]);
    if (columns == 0) {
      return;
    }
    int length = header.lineBytes(columns);
    int distance = Math.max(1, header.bitsPerPixel() / 8);
    byte[] line = new byte[length];
    byte[] above = new byte[length];
    byte[] filter = new byte[1];
    for (int row = 0; row < rows; row++) {
      data.read(filter, 1);
      data.read(line, length);
      PngFilter.restore(filter[0], line, above, length, distance);
      for (int column = 0; column < columns; column++) {
        storePixel(line, column, pass[0] + column * pass[2], pass[1] + row * pass[3]);
      }
      byte[] restored = line;
      line = above;
      above = restored;
    }
  }

  private static int positions(int length, int first, int step) {
    return (length - first + step - 1) / step;
  }

  private void storePixel(byte[] line, int pixel, int column, int row)
      throws PictureFormatException {
    int target = (row * header.width() + column) * channels;
    int count = header.samplesPerPixel();
    int first = pixel * count;
    if (header.colourType() == PngHeader.PALETTE) {
      int entry = sample(line, first);
      for (int channel = 0; channel < channels; channel++) {
        int colour = palette.colour(entry, channel);
        samples[target + channel] = overBlack(colour, palette.alpha(entry));
      }
      return;
    }
    int alpha = alpha(line, first);
    for (int channel = 0; channel < channels; channel++) {
      samples[target + channel] = overBlack(scaled(sample(line, first + channel)), alpha);
    }
  }

  private int alpha(byte[] line, int first) {
    if (header.samplesPerPixel() > channels) {
      return scaled(sample(line, first + channels));
    }
    for (int channel = 0; channel < channels; channel++) {
      if (!palette.isTransparentSample(channel, sample(line, first + channel))) {
        return 255;
      }
    }
    return 0;
  }

  private static byte overBlack(int sample, int alpha) {
    return (byte) ((sample * alpha + 127) / 255);
  }

  /** The sample as it is stored; samples of less than 8 bits are packed from the high bits on. */
  private int sample(byte[] line, int index) {
    int bits = header.bitDepth();
    if (bits == 16) {
      return (line[2 * index] & 0xFF) << 8 | (line[2 * index + 1] & 0xFF);
    }
    int bit = index * bits;
    int shift = 8 - bits - (bit & 7);
    return (line[bit >> 3] >> shift) & ((1 << bits) - 1);
  }

  /** A stored sample brought to the range 0 to 255, rounded. */
  private int scaled(int sample) {
    int largest = (1 << header.bitDepth()) - 1;
    return (sample * 255 + largest / 2) / largest;
  }
}
