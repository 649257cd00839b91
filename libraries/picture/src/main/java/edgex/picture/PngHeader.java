package edgex.picture;

/**
 * The header chunk of a PNG file (section 11.2.1).
 *
 * <pre>
 *   0 width (4 bytes)   4 height (4 bytes)   8 bit depth   9 colour type
 *   10 compression (0)  11 filter (0)        12 interlace (0 none, 1 Adam7)
 * </pre>
 *
 * @param width in pixels
 * @param height in pixels
 * @param bitDepth bits a sample: 1, 2, 4, 8 or 16
 * @param colourType one of the constants
 * @param interlaced whether the picture comes in the seven passes of Adam7
 */
record PngHeader(int width, int height, int bitDepth, int colourType, boolean interlaced) {
  static final int SIZE_BYTES = 13;
  static final int GREY = 0;
  static final int COLOUR = 2;
  static final int PALETTE = 3;
  static final int GREY_ALPHA = 4;
  static final int COLOUR_ALPHA = 6;

  /** Reads and checks the header at {@code start}. */
  static PngHeader read(byte[] file, int start) throws PictureFormatException {
    long width = PngChunks.unsigned32(file, start);
    long height = PngChunks.unsigned32(file, start + 4);
    PictureReader.checkSize(width, height);
    int interlace = file[start + 12];
    if (file[start + 10] != 0 || file[start + 11] != 0 || interlace < 0 || interlace > 1) {
      throw new PictureFormatException("the PNG header names an unknown method");
    }
    PngHeader header =
        new PngHeader((int) width, (int) height, file[start + 8], file[start + 9], interlace == 1);
    if (!header.hasValidDepth()) {
      throw new PictureFormatException(
          "PNG colour type "
              + header.colourType
              + " with "
              + header.bitDepth
              + " bits a sample does not exist");
    }
    return header;
  }

  private boolean hasValidDepth() {
    boolean powerOfTwo = bitDepth > 0 && (bitDepth & (bitDepth - 1)) == 0;
    return switch (colourType) {
      case GREY -> powerOfTwo && bitDepth <= 16;
      case PALETTE -> powerOfTwo && bitDepth <= 8;
      case COLOUR, GREY_ALPHA, COLOUR_ALPHA -> bitDepth == 8 || bitDepth == 16;
      default -> false;
    };
  }

  /** Samples a pixel in the file. */
  int samplesPerPixel() {
    return switch (colourType) {
      case COLOUR -> 3;
      case GREY_ALPHA -> 2;
      case COLOUR_ALPHA -> 4;
      default -> 1;
    };
  }

  /** Bits a pixel in the file. */
  int bitsPerPixel() {
    return samplesPerPixel() * bitDepth;
  }

  /** Bytes of a line of {@code pixels}, without the filter byte. */
  int lineBytes(int pixels) {
    return (int) (((long) pixels * bitsPerPixel() + 7) / 8);
  }

  boolean isGrey() {
    return colourType == GREY || colourType == GREY_ALPHA;
  }
}
